// What a PDF tells of itself, and that the same notes give the same bytes: in another run, folder, time zone and year.
import { mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyFolder, recap } from '../helpers/cli.js'

const talk = `---
title: 码头 (Piers) \\ <1>
author: Ann & Bo
description: What a pier is
keywords: [码头, ports]
---
# Ann
A pier is a wall
Then it is a door`

let dir: string
beforeEach(async () => {
  dir = await emptyFolder()
})
afterEach(() => rm(dir, { recursive: true, force: true }))

/** Builds the notes in a folder of their own; gives the folder of the files. */
async function build(folder: string, source: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
  const home = path.join(dir, folder)
  await mkdir(home, { recursive: true })
  await writeFile(path.join(home, 'talk.md'), source)
  await utimes(path.join(home, 'talk.md'), 1_600_000_000, 1_600_000_000)
  const run = await recap(['build', 'talk.md', '--to', 'html,pdf,handout,png'], home, env)
  expect(run.code, run.stderr).toBe(0)
  return path.join(home, 'out')
}

async function factsOf(file: string) {
  const task = getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 })
  const document = await task.promise
  const { info, metadata } = await document.getMetadata()
  const preferences = await document.getViewerPreferences()
  const facts = new Map<string, unknown>(Object.entries(info))
  const told = { facts, xmp: new Map(metadata ?? []), preferences, id: document.fingerprints[0] }
  await task.destroy()
  return told
}

/** A year later, for Node; Chrome's own dates are those of the run, and must not show either. */
const later = `const Real = Date
globalThis.Date = class extends Real {
  constructor(...of) {
    super(...(of.length > 0 ? of : [Date.now()]))
  }
  static now() {
    return Real.now() + 4e10
  }
}
`

describe.each(['talk.pdf', 'talk.handout.pdf'])('%s', (name) => {
  it('tells title, author, subject, keywords, language and the notes’ date, to old readers and new', async () => {
    const { facts, xmp, preferences } = await factsOf(path.join(await build('a', talk), name))
    expect(facts.get('Title')).toBe('码头 (Piers) \\ <1>')
    expect(facts.get('Author')).toBe('Ann & Bo')
    expect(facts.get('Subject')).toBe('What a pier is')
    expect(facts.get('Keywords')).toBe('码头, ports')
    expect(facts.get('Creator')).toMatch(/^recapdeck \d/)
    expect(facts.get('CreationDate')).toBe("D:20200913122640+00'00'")
    expect(facts.get('ModDate')).toBe("D:20200913122640+00'00'")
    expect(facts.get('Language')).toMatch(/^(en|zh-Hans)$/)
    expect(xmp.get('dc:title')).toBe('码头 (Piers) \\ <1>')
    expect(xmp.get('dc:creator')).toEqual(['Ann & Bo'])
    expect(xmp.get('dc:description')).toBe('What a pier is')
    expect(xmp.get('dc:subject')).toEqual(['码头', 'ports'])
    expect(xmp.get('dc:language')).toBe(facts.get('Language'))
    expect(xmp.get('xmp:createdate')).toBe('2020-09-13T12:26:40Z')
    expect(preferences).toMatchObject({ DisplayDocTitle: true })
  })
})

describe('all files', () => {
  it('are the same bytes in another run, folder, time zone and year, and only then', async () => {
    const first = await build('a', talk)
    const clock = path.join(dir, 'later.mjs')
    await writeFile(clock, later)
    const again = await build('far/away', talk, { TZ: 'Asia/Tokyo', NODE_OPTIONS: `--import=${clock}` })
    const other = await build('b', talk.replace('door', 'gate'))
    for (const name of ['talk.html', 'talk.pdf', 'talk.handout.pdf', 'talk/001.png', 'talk/003.png']) {
      const bytes = await readFile(path.join(first, name))
      expect(bytes.equals(await readFile(path.join(again, name))), name).toBe(true)
    }
    for (const name of ['talk.html', 'talk.pdf', 'talk.handout.pdf'])
      expect((await readFile(path.join(first, name))).equals(await readFile(path.join(other, name)))).toBe(
        false,
      )
    const ids = await Promise.all([first, again, other].map((out) => factsOf(path.join(out, 'talk.pdf'))))
    expect(ids[0]?.id).toBe(ids[1]?.id)
    expect(ids[0]?.id).not.toBe(ids[2]?.id)
  })

  it('take their date from SOURCE_DATE_EPOCH where it is set', async () => {
    const out = await build('a', talk, { SOURCE_DATE_EPOCH: '86400' })
    const { facts, xmp } = await factsOf(path.join(out, 'talk.pdf'))
    expect(facts.get('CreationDate')).toBe("D:19700102000000+00'00'")
    expect(xmp.get('xmp:modifydate')).toBe('1970-01-02T00:00:00Z')
  })
})
