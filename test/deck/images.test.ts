import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { inlineImages } from '../../src/deck/images.js'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'images-'))
  await mkdir(path.join(dir, 'notes/img'), { recursive: true })
  await writeFile(path.join(dir, 'notes/img/图 1.png'), 'png')
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
    const data = Buffer.from('png').toString('base64')
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
})
