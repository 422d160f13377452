import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestChrome } from '../chrome/helpers.js'
import { emptyFolder, recap } from '../helpers/cli.js'
import { readPdf } from '../helpers/pdf.js'

const talk = `---
title: Piers
closing: false
agenda: true
---
# Ann
A pier is a wall (I do not believe a word of it)
Then it is a door
And last a chair
It stands in the sea
# Bo
Salt
Tide
Storm
# Cy
One
Two
Three`

let dir: string
beforeEach(async () => {
  dir = await emptyFolder()
  await writeFile(path.join(dir, 'talk.md'), talk)
})
afterEach(() => rm(dir, { recursive: true, force: true }))
const build = (...args: string[]) => recap(['build', 'talk.md', ...args], dir)
const out = (name: string) => path.join(dir, 'out', name)

/** Width and height in the header of a PNG. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)]

describe('a deck that is published', () => {
  it('names its address, its title and a picture of its first slide, for whoever links to it', async () => {
    const run = await build(
      '--url',
      'https://example.org/talks',
      '--scale',
      '1.5',
      '--to',
      'html,pdf,presenter',
    )
    expect(run.code).toBe(0)
    const html = await readFile(out('talk.html'), 'utf8')
    const told = Object.fromEntries(
      [...html.matchAll(/<meta (?:property|name)="([a-z:]+)" content="([^"]*)">/g)].map(([, name, words]) => [
        name,
        words,
      ]),
    )
    expect(told).toMatchObject({
      'og:title': 'Piers',
      'og:url': 'https://example.org/talks/talk.html',
      'og:image': 'https://example.org/talks/talk.png',
      'og:image:width': '1920',
      'og:image:height': '1080',
    })
    expect(sizeOf(await readFile(out('talk.png')))).toEqual([1920, 1080])
    expect((await readPdf(await readFile(out('talk.pdf')))).pages.length).toBeGreaterThan(4)
    // The speaker's own file is published nowhere.
    expect(await readFile(out('talk.presenter.html'), 'utf8')).not.toContain('og:')
  })

  it('is told of no address unless there is one, and of none that is not on the web', async () => {
    await build('--to', 'html')
    expect(await readFile(out('talk.html'), 'utf8')).not.toContain('og:')
    const run = await build('--url', 'file:///etc/passwd')
    expect(run.code).toBe(2)
    expect(run.stderr).toContain('--url')
  })
})

describe('png', () => {
  it('is a numbered picture a slide in exact pixels, the same each time, with none left of a longer deck', async () => {
    expect((await build('--to', 'png')).code).toBe(0)
    const names = await readdir(out('talk'))
    expect(names.length).toBeGreaterThanOrEqual(6)
    expect(names[0]).toBe('001.png')
    const first = await readFile(out('talk/001.png'))
    expect(sizeOf(first)).toEqual([1280, 720])
    await writeFile(path.join(dir, 'talk.md'), talk.slice(0, talk.indexOf('# Cy')))
    const run = await build('--to', 'png', '--scale', '1.5')
    expect(run.stdout).toMatch(/out\/talk {2}.* slides/)
    const fewer = await readdir(out('talk'))
    expect(fewer.length).toBeLessThan(names.length)
    expect(sizeOf(await readFile(out('talk/001.png')))).toEqual([1920, 1080])
    await writeFile(path.join(dir, 'talk.md'), talk)
    await build('--to', 'png')
    expect(first.equals(await readFile(out('talk/001.png')))).toBe(true)
  })
})

describe('a long deck', () => {
  it('has a picture of each page of the PDF', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => `# Ann ${index}\n\nShe says ${index}`)
    await writeFile(path.join(dir, 'talk.md'), `---\nagenda: false\n---\n${lines.join('\n\n')}`)
    const run = await build('--to', 'pdf,png', '--scale', '0.1')
    expect(run.code, run.stderr).toBe(0)
    const pictures = await readdir(out('talk'))
    const { pages } = await readPdf(await readFile(out('talk.pdf')))
    expect(pictures.length).toBe(pages.length)
    const sizes = await Promise.all(pictures.map(async (name) => sizeOf(await readFile(out(`talk/${name}`)))))
    expect(new Set(sizes.map(String))).toEqual(new Set(['128,72']))
  })
})

describe('--slides', () => {
  it('leaves the others out of pdf and png, and links to them lead nowhere', async () => {
    const run = await build('--to', 'html,pdf,png', '--slides', '1-3,5')
    expect(run.code, run.stderr).toBe(0)
    expect(await readdir(out('talk'))).toEqual(['001.png', '002.png', '003.png', '005.png'])
    const whole = await build('--to', 'pdf', '--out', 'whole')
    expect(whole.code).toBe(0)
    const some = await readPdf(await readFile(out('talk.pdf')))
    const all = await readPdf(await readFile(path.join(dir, 'whole/talk.pdf')))
    const squeeze = (text: string | undefined) => (text ?? '').replace(/\s/g, '')
    expect(some.pages.map(squeeze)).toEqual([0, 1, 2, 4].map((at) => squeeze(all.pages[at])))
    const html = await readFile(out('talk.html'), 'utf8')
    expect(html).toContain('Storm')
  })

  it('names what it cannot read or find', async () => {
    const wrong = await build('--slides', '2,x')
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).toMatch(/“x” names no slides[\s\S]*1,3-5/)
    const beyond = await build('--to', 'png', '--slides', '90-')
    expect(beyond.code).toBe(2)
    expect(beyond.stderr).toMatch(/the deck has \d+/)
  })
})

describe('presenter', () => {
  it('holds what is kept out of the shared files, and shows it in the speaker’s view from a disk', async () => {
    expect((await build('--to', 'html,presenter')).code).toBe(0)
    const shared = await readFile(out('talk.html'), 'utf8')
    expect(shared).not.toContain('believe a word')
    await using chrome = await openTestChrome()
    await using opened = await chrome.newPage()
    const { page } = opened
    const errors: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    await page.goto(pathToFileURL(out('talk.presenter.html')).href)
    await page.waitForFunction('window.recapReport !== undefined')
    await page.evaluate('Reveal.slide(2, 1)')
    const popup = new Promise<typeof page>((resolve) => page.once('popup', (view) => view && resolve(view)))
    await page.keyboard.press('s')
    const view = await popup
    await view.waitForFunction(
      'document.querySelector(".speaker-controls-notes .value")?.textContent.includes("believe")',
    )
    const frames = view.frames().filter((frame) => frame !== view.mainFrame())
    expect(frames).toHaveLength(2)
    const texts = await Promise.all(
      frames.map(async (frame) => {
        await frame.waitForFunction('window.Reveal?.isReady()')
        return frame.evaluate('Reveal.getCurrentSlide().textContent')
      }),
    )
    expect(texts[0]).toContain('Then it is a door')
    expect(errors).toEqual([])
  })
})

describe('the bookmarks of a PDF', () => {
  it('file each speaker by himself, with or without a slide of his name, and parts of a slide under it', async () => {
    const many = Array.from(
      { length: 14 },
      (_, at) => `- A harbour is a place of ${at} walls and as many doors`,
    )
    await writeFile(path.join(dir, 'talk.md'), `${talk}\n# Di\n${many.join('\n')}\n# Ed\nA\nB`)
    expect((await build('--to', 'pdf')).code).toBe(0)
    const { outline, levels } = await readPdf(await readFile(out('talk.pdf')))
    const named = outline.map((title, at) => `${levels[at]} ${title}`)
    expect(named.filter((title) => title.startsWith('2'))).toEqual(
      ['Agenda', 'Ann', 'Bo', 'Cy', 'Di', 'Ed'].map((name) => `2 ${name}`),
    )
    expect(named.filter((title) => title === '3 Di').length).toBeGreaterThan(0)
  })
})
