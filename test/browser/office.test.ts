// Notes → a PowerPoint file and a PDF of the same deck, made as a user makes them: nothing in the first needs repair, and
// LibreOffice shows the words of the second where it has them.
import { copyFile, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyFolder, recap } from '../helpers/cli.js'
import { canValidate, findFaults, printInOffice, soffice } from '../helpers/office.js'
import { compareWords, readWordsOf } from '../helpers/pdf-words.js'

const examples = path.resolve(import.meta.dirname, '../../templates/gallery')
const decks = [
  { file: 'en', theme: 'midnight' },
  { file: 'en', theme: 'bento' },
  { file: 'zh', theme: 'paper' },
  { file: 'zh', theme: 'ink' },
  { file: 'stress', theme: 'blueprint' },
]
/** A machine that has neither program proves nothing of them; in CI both must be there (.ci/run). */
const demanded = process.env.CI === 'true'

let dir: string
const made = ({ file, theme }: (typeof decks)[number], ending: string): string =>
  path.join(dir, theme, `${file}.${ending}`)
beforeAll(async () => {
  dir = await emptyFolder()
  for (const { file, theme } of decks) {
    await copyFile(path.join(examples, `${file}.md`), path.join(dir, `${file}.md`))
    await copyFile(path.join(examples, 'harbour.svg'), path.join(dir, 'harbour.svg'))
    const formats = ['html', 'pdf', 'pptx', 'presenter-pptx'].join(',')
    const run = await recap(['build', `${file}.md`, '--theme', theme, '--out', theme, '--to', formats], dir)
    expect(run.code, run.stderr).toBe(0)
  }
}, 480_000)
afterAll(() => rm(dir, { recursive: true, force: true }))

describe('a PowerPoint file', () => {
  it('is made', async () => {
    for (const deck of decks)
      expect((await readFile(made(deck, 'pptx'))).subarray(0, 2).toString()).toBe('PK')
  })

  if (canValidate || demanded)
    it.each(decks)(
      'of $file in $theme has nothing that PowerPoint would repair',
      async (deck) => {
        expect(await findFaults(made(deck, 'pptx'))).toEqual([])
        expect(await findFaults(made(deck, 'presenter.pptx'))).toEqual([])
      },
      60_000,
    )

  // LibreOffice lays upright Han letters on their side.
  const shown = decks.filter(({ theme }) => theme !== 'ink')
  if (soffice || demanded)
    it.each(shown)(
      'of $file in $theme shows the PDF’s words in LibreOffice, at most 2 % off',
      async (deck) => {
        const printed = await printInOffice(
          made(deck, 'pptx'),
          made(deck, 'html'),
          path.join(dir, deck.theme, 'office'),
        )
        const [pages, others] = [
          await readWordsOf(await readFile(made(deck, 'pdf'))),
          await readWordsOf(printed),
        ]
        expect(others).toHaveLength(pages.length)
        const { found, placed } = compareWords(pages, others, 0.02)
        // Formulas are pictures.
        expect(found).toBeGreaterThan(0.95)
        expect(placed / found).toBeGreaterThan(0.95)
      },
      180_000,
    )
})
