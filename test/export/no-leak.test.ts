// Random notes with a word of its own in every place a remark may stand → every format there is: no such word in any file
// that is shared, whatever one reads it with; all of them in the speaker's.
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chrome } from '../../src/chrome/chrome.js'
import { formats } from '../../src/export/formats/index.js'
import { outputPath } from '../../src/pipeline/output-path.js'
import { openTestChrome } from '../chrome/helpers.js'
import { readAllText } from '../helpers/all-text.js'
import { emptyFolder, recap } from '../helpers/cli.js'

/** What a remark may look like and where it may stand; SECRET is what must not be told. */
const hiding = [
  'A pier is a wall (I do not believe SECRET for a minute)',
  '- A pier is a wall (honestly, why SECRET? I doubt it)\n    - under it (who asked SECRET, really?)',
  '码头是一堵墙（我觉得SECRET很水，真的假的？）',
  '断线要重跑——这好像是我们组的事情，我或许也能试试SECRET？',
  '// SECRET',
  '- // SECRET\n  - SECRET as well',
  '> Note: SECRET\n> SECRET again',
  '备注：SECRET',
  'Note: SECRET',
  'before <!-- private -->SECRET<!-- /private --> after',
  '<!-- private -->\nSECRET\n\n- SECRET\n\n| SECRET | b |\n|---|---|\n| c | SECRET |\n<!-- /private -->',
  '## Under it <!-- private -->SECRET<!-- /private -->\nIt goes on',
  '## Under it (I do not believe SECRET, really)\nIt goes on',
  '| a | b |\n|---|---|\n| c | d <!-- private -->SECRET<!-- /private --> |',
  '| a | b |\n|---|---|\n| c | d (I do not believe SECRET, do you?) |',
  '> A quote <!-- private -->SECRET<!-- /private -->\n>\n> —— Ann',
  'Costs fell by 62% (I do not believe SECRET for a minute)',
  '**The sea is wide** (I do not believe SECRET for a minute)',
  'A pier is a wall[^n]\n\n[^n]: // SECRET',
  '%% SECRET %%',
  '[the sea](https://e.org/sea) is deep <!-- private -->[SECRET](https://e.org/SECRET)<!-- /private -->',
]
/** In comments, which are nobody's. */
const comments = ['words <!-- SECRET --> more words', '<!--\nSECRET\n-->']
const open = [
  '- The tide comes in\n- The tide goes out',
  '潮水来了，又走了',
  'Salt -> sugar',
  '```js\nconst pier = 1\n```',
  '$a^2+b^2$',
  '![a pier](data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22%20width=%2240%22%20height=%2240%22/%3E)',
]

const title = fc.constantFrom(
  'Ann Arbor',
  '张三，码头',
  'Bo <!-- private -->SECRET<!-- /private -->',
  'Cy (I do not believe SECRET, really)',
)
const section = fc
  .tuple(title, fc.shuffledSubarray([...hiding, ...comments, ...open], { minLength: 6 }))
  .map(([name, blocks]) => `# ${name}\n\n${blocks.join('\n\n')}`)
const randomNotes = fc.array(section, { minLength: 1, maxLength: 4 }).map((sections) => sections.join('\n\n'))

/** Words that stand nowhere else, of letters alone: nothing may break or escape them. */
const canary = (number: number) =>
  `qzan${[...String(number)].map((digit) => 'bcdfghjkmp'[Number(digit)]).join('')}vx`
const seen = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => text.toLowerCase().match(/qzan[bcdfghjkmp]+vx/g) ?? []))

type Planted = { readonly source: string; readonly remarks: readonly string[] }
function plant(notes: string): Planted {
  const remarks: string[] = []
  let count = 0
  let inComment = false
  const source = notes
    .split('\n\n')
    .map((block) => {
      inComment = comments.includes(block)
      return block.replaceAll('SECRET', () => {
        const word = canary(count++)
        if (!inComment) remarks.push(word)
        return word
      })
    })
    .join('\n\n')
  const head = `---\ntitle: Piers\ndescription: All of it about ${canary(999)}\n---\n`
  return { source: head + source, remarks }
}

const decks = 6
let dir: string
let chrome: Chrome
const planted = fc.sample(randomNotes, { numRuns: decks, seed: 20_240_611 }).map(plant)
const names = planted.map((_, index) => `talk${index}.md`)

/** Every file a format made of the notes. */
async function filesOf(
  name: string,
  format: (typeof formats)[number],
  out = 'out',
): Promise<readonly string[]> {
  const target = path.join(dir, outputPath(name, out, format))
  if (!(await stat(target)).isDirectory()) return [target]
  return (await readdir(target)).map((file) => path.join(target, file))
}
async function wordsIn(files: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await Promise.all(files.map(async (file) => readAllText(await readFile(file), chrome)))
  return seen(found.flat())
}

beforeAll(async () => {
  dir = await emptyFolder()
  chrome = await openTestChrome()
  await Promise.all(planted.map(({ source }, index) => writeFile(path.join(dir, `talk${index}.md`), source)))
  const run = await recap(['build', ...names, '--to', formats.map(({ name }) => name).join(',')], dir)
  expect(run.code, run.stderr).toBe(0)
}, 240_000)
afterAll(async () => {
  await chrome?.[Symbol.asyncDispose]()
  await rm(dir, { recursive: true, force: true })
})

const shared = formats.filter(({ forSpeaker }) => !forSpeaker)
/** The description is told to everybody, but a picture has no text. */
const toldIn = (name: string) => (['png', 'cover'].includes(name) ? [] : [canary(999)])

describe.each(shared)('$name', (format) => {
  it('has no remark in it, read in any way', async () => {
    for (const name of names)
      expect([...(await wordsIn(await filesOf(name, format)))], name).toEqual(toldIn(format.name))
  }, 120_000)
})

const speakers = formats.filter(({ forSpeaker }) => forSpeaker)
describe.each(speakers)('the speaker’s $name', (presenter) => {
  it('has all of them', async () => {
    for (const [index, { remarks }] of planted.entries()) {
      const found = await wordsIn(await filesOf(`talk${index}.md`, presenter))
      expect(remarks.length).toBeGreaterThan(3)
      expect(remarks.filter((word) => !found.has(word))).toEqual([])
    }
  }, 120_000)
})

describe('this test', () => {
  it('sees remarks that are shown, in every format with text', async () => {
    const run = await recap(
      ['build', 'talk0.md', '--remarks', 'show', '--out', 'shown', '--to', 'html,pdf,handout'],
      dir,
    )
    expect(run.code, run.stderr).toBe(0)
    for (const format of shared.filter(({ name }) => ['html', 'pdf', 'handout'].includes(name))) {
      const found = await wordsIn(await filesOf('talk0.md', format, 'shown'))
      expect(found.size, format.name).toBeGreaterThan(3)
    }
  }, 120_000)

  it('sees what is hidden in a picture’s texts, a squeezed stream and a page’s attributes', async () => {
    const chunk = (type: string, data: Buffer) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(data.length)
      return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)])
    }
    const squeezed = deflateSync(Buffer.from(canary(2)))
    const png = Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('tEXt', Buffer.from(`Comment\0${canary(1)}`)),
      chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), squeezed])),
    ])
    expect(seen(await readAllText(png, chrome))).toEqual(new Set([canary(1), canary(2)]))
    const utf16 = Buffer.from(`<x>${canary(3)}</x>`, 'utf16le').toString('hex')
    expect(
      seen(
        await readAllText(
          Buffer.from(`<a><b>${canary(4).slice(0, 6)}</b>${canary(4).slice(6)} <${utf16}></a>`),
          chrome,
        ),
      ),
    ).toEqual(new Set([canary(3), canary(4)]))
    await expect(readAllText(Buffer.from('OggS'), chrome)).rejects.toThrow('Nothing is known')
  })
})
