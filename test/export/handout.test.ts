// Handouts as `recap build` makes them, read back with pdf.js.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyFolder, recap } from '../helpers/cli.js'
import { lettersOf } from '../helpers/notes.js'
import { countFonts, readPdf } from '../helpers/pdf.js'

const sections = ['Ann', 'Bo', 'Cy', 'Di', 'Ed'].map(
  (name) =>
    `# ${name}\nA pier is a wall of ${name} (what nonsense, I do not believe it)\nThen it is a door\nAnd last a chair\nIt stands in the sea`,
)
const talk = `---\ntitle: Piers\nevent: Harbour day\nagenda: true\n---\n${sections.join('\n')}`

let dir: string
beforeEach(async () => {
  dir = await emptyFolder()
  await writeFile(path.join(dir, 'talk.md'), talk)
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const build = async (...args: string[]) => {
  const run = await recap(['build', 'talk.md', ...args], dir)
  expect(run.code, run.stderr).toBe(0)
}
const bytesOf = (name: string) => readFile(path.join(dir, name))
const read = async (name: string) => readPdf(await bytesOf(name))
const handoutIn = (folder: string) => read(path.join(folder, 'talk.handout.pdf'))

/** Points of a page: 210×297 mm and 8.5×11 inches. */
const sizes = { a4: [595.3, 841.9], letter: [612, 792] } as const

describe('a handout', () => {
  it.each([
    ['a4', 1],
    ['a4', 3],
    ['letter', 2],
    ['letter', 6],
  ] as const)(
    'on %s has %i slides a page, each with its text, number and bookmarks',
    async (paper, count) => {
      await build('--to', 'pdf,handout', '--paper', paper, '--per-page', String(count))
      const slides = await read('out/talk.pdf')
      const sheets = await handoutIn('out')
      expect(slides.pages.length).toBeGreaterThan(count)
      expect(sheets.pages).toHaveLength(Math.ceil(slides.pages.length / count))
      for (const [width, height] of sheets.sizesPt) {
        expect(Math.abs(width - sizes[paper][0])).toBeLessThan(0.5)
        expect(Math.abs(height - sizes[paper][1])).toBeLessThan(0.5)
      }
      sheets.pages.forEach((page, at) => {
        for (const slide of slides.pages.slice(at * count, (at + 1) * count))
          expect(lettersOf(page)).toContain(lettersOf(slide))
        expect(page).toMatch(/Piers.*Harbour day/)
        expect(page.endsWith(`${at + 1} / ${sheets.pages.length}`)).toBe(true)
      })
      expect(sheets.outline).toEqual(slides.outline)
      expect(sheets.levels).toEqual(slides.levels)
      // What is on every sheet is no part of what is read aloud.
      expect(sheets.roles.filter((role) => /^H\d$/.test(role))).toEqual(
        slides.roles.filter((role) => /^H\d$/.test(role)),
      )
      expect(sheets.leadTo).toEqual(slides.leadTo.map((page) => Math.ceil(page / count)))
      expect(sheets.leadTo.length).toBeGreaterThan(3)
      expect(countFonts(await bytesOf('out/talk.handout.pdf'))).toMatchObject({ type3: 0, notEmbedded: 0 })
    },
  )

  it('has of remarks what the slides show: nothing unless they are to be shown', async () => {
    await build('--to', 'handout')
    expect((await handoutIn('out')).pages.join()).not.toContain('nonsense')
    await build('--to', 'handout', '--remarks', 'show', '--per-page', '6', '--out', 'shown')
    const shown = (await handoutIn('shown')).pages.join()
    // On the slide, and beside it in a size that is read.
    expect(shown.match(/nonsense/g)).toHaveLength(2 * sections.length)
    await build('--to', 'handout', '--remarks', 'show', '--per-page', '1', '--out', 'large')
    expect((await handoutIn('large')).pages.join().match(/nonsense/g)).toHaveLength(sections.length)
  })

  it('has beside each slide what its speaker is to say and what he thought, in the one that is his alone', async () => {
    const note = 'The gates were shut for nine days in a row, and nobody noticed before the tenth'
    await writeFile(path.join(dir, 'talk.md'), `${talk}\n\nNote: ${note}`)
    await build('--to', 'handout,presenter-handout', '--per-page', '6')
    expect((await handoutIn('out')).pages.join()).not.toMatch(/nonsense|tenth/)
    const bytes = await bytesOf('out/talk.presenter.handout.pdf')
    const own = await readPdf(bytes)
    expect(own.pages.join().match(/nonsense/g)).toHaveLength(sections.length)
    expect(lettersOf(own.pages.join())).toContain(lettersOf(note))
    expect(own.pages).toHaveLength((await handoutIn('out')).pages.length)
    expect(countFonts(bytes)).toMatchObject({ type3: 0, notEmbedded: 0 })
  })

  it('holds only the slides asked for, by their own numbers', async () => {
    await build('--to', 'handout', '--slides', '3,5', '--per-page', '2')
    const { pages } = await handoutIn('out')
    expect(pages).toHaveLength(1)
    expect(pages[0]).toMatch(/3[\s\S]*5[\s\S]*1 \/ 1$/)
  })

  it('leaves the slides as they were for what is made after it, and is the same each time', async () => {
    await build('--to', 'handout,png,pdf')
    await build('--to', 'png,pdf,handout', '--out', 'again')
    const pictures = await readdir(path.join(dir, 'out/talk'))
    expect(pictures.length).toBeGreaterThan(5)
    for (const name of ['talk.pdf', 'talk.handout.pdf', ...pictures.map((file) => `talk/${file}`)])
      expect((await bytesOf(`out/${name}`)).equals(await bytesOf(`again/${name}`)), name).toBe(true)
  })

  it('refuses paper and numbers there are none of', async () => {
    const run = await recap(['build', 'talk.md', '--to', 'handout', '--paper', 'a5'], dir)
    expect(run.code).toBe(2)
    expect(run.stderr).toMatch(/--paper cannot be “a5”[\s\S]*a4/)
    const four = await recap(['build', 'talk.md', '--to', 'handout', '--per-page', '4'], dir)
    expect(four.code).toBe(2)
    expect(four.stderr).toMatch(/--per-page cannot be “4”/)
  })
})
