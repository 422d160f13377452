import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { inlineImages } from '../../src/deck/images.js'

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'images-'))
  await mkdir(path.join(dir, 'notes/img'), { recursive: true })
  await writeFile(path.join(dir, 'notes/img/图 1.png'), pixel)
  await writeFile(path.join(dir, 'notes/empty.png'), '')
  await writeFile(path.join(dir, 'notes/cut.png'), pixel.subarray(0, 20))
  await writeFile(path.join(dir, 'notes/page.png'), '<!doctype html><p>Not found')
  await writeFile(path.join(dir, 'notes/words.svg'), 'svg?')
  await writeFile(path.join(dir, 'notes/bare.svg'), '<svg width="4"/>')
  await writeFile(path.join(dir, 'notes/png.jpg'), pixel)
  await writeFile(path.join(dir, 'secret.png'), 'secret')
  await symlink(path.join(dir, 'secret.png'), path.join(dir, 'notes/link.png'))
})

const inline = (source: string) =>
  inlineImages(`<p><img src="${source}" alt="words"></p>`, path.join(dir, 'notes/talk.md'), {
    file: 'talk.md',
    line: 3,
  })

describe('pictures', () => {
  it('beside the notes are put into the page', async () => {
    const data = pixel.toString('base64')
    expect(await inline('img/%E5%9B%BE%201.png')).toEqual({
      html: `<p><img src="data:image/png;base64,${data}" alt="words"></p>`,
      problems: [],
    })
  })

  it.each([
    'img/none.png',
    '../secret.png',
    '%2e%2e/secret.png',
    'link.png',
    '/etc/hostname',
    'https://e.org/x.png',
    '//e.org/x.png',
    'img',
    'empty.png',
    'cut.png',
    'page.png',
    'words.svg',
    'bare.svg',
  ])('%s is not read: its words stand in its place, with a warning', async (source) => {
    const { html, problems } = await inline(source)
    expect(html).toBe('<p><span class="lost-image">words</span></p>')
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'deck/no-image',
        severity: 'warning',
        at: { file: 'talk.md', line: 3 },
      }),
    ])
  })
  it('are what their bytes say, whatever they are called', async () => {
    expect((await inline('png.jpg')).html).toContain('src="data:image/png;base64,')
  })

  it('damaged are told apart from those that are not there', async () => {
    const hintOf = async (source: string) => (await inline(source)).problems[0]?.hint
    expect(await hintOf('cut.png')).toMatch(/^Save or export it again/)
    expect(await hintOf('none.png')).toMatch(/^Put the file beside the notes/)
  })
})
