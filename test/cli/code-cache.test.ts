// What V8 made of the program is kept from run to run, and never makes a run fail.
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readCode, writeCode } from '../../src/cli/code-cache.js'
import { emptyFolder, recap } from '../helpers/cli.js'

let dir: string
beforeEach(async () => {
  dir = await emptyFolder()
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const bytes = Buffer.from('what V8 made of it')
const parts = ['./main.js', './build.js']

describe('a file of compiled code', () => {
  const file = () => path.join(dir, 'cache', 'program', 'build-1')

  it('gives back what was kept, and nothing lies beside it', async () => {
    writeCode(file(), { bytes, parts })
    expect(readCode(file())).toEqual({ bytes, parts })
    expect(await readdir(path.dirname(file()))).toEqual(['build-1'])
  })

  it('is nothing where there is none, or it is torn, or a bit of it is wrong', async () => {
    expect(readCode(file())).toBeUndefined()
    writeCode(file(), { bytes, parts })
    const whole = await readFile(file())
    for (let at = 0; at < whole.length; at++) {
      await writeFile(file(), whole.subarray(0, at))
      expect(readCode(file()), `${at} bytes`).toBeUndefined()
      const wrong = Buffer.from(whole)
      wrong.writeUInt8(whole.readUInt8(at) ^ 1, at)
      await writeFile(file(), wrong)
      expect(readCode(file()), `byte ${at}`).toBeUndefined()
    }
  })

  it('is not trusted where others may write, nor kept there', async () => {
    writeCode(file(), { bytes, parts })
    await chmod(file(), 0o666)
    expect(readCode(file())).toBeUndefined()
    await chmod(file(), 0o600)
    expect(readCode(file())).toBeDefined()
    await chmod(path.dirname(file()), 0o777)
    expect(readCode(file())).toBeUndefined()
    await rm(file())
    writeCode(file(), { bytes, parts })
    expect(await readdir(path.dirname(file()))).toEqual([])
  })

  it('is passed over in silence where nothing can be written', async () => {
    await writeFile(path.join(dir, 'cache'), 'a file where the folder should be')
    writeCode(file(), { bytes, parts })
    expect(readCode(file())).toBeUndefined()
  })
})

describe('the program', () => {
  const run = () => recap(['--version'], dir, { RECAP_CACHE: path.join(dir, 'cache') })
  const folder = () => path.join(dir, 'cache', 'program')
  const keptFile = async () => {
    const names = await readdir(folder())
    expect(names).toHaveLength(1)
    return path.join(folder(), names[0] ?? '')
  }

  it('keeps its code at the first run and takes it at the next', async () => {
    const first = await run()
    const { mtimeMs, ino } = await stat(await keptFile())
    expect(await run()).toEqual(first)
    expect(first).toMatchObject({ code: 0, stderr: '' })
    expect(await stat(await keptFile())).toMatchObject({ mtimeMs, ino })
  })

  it('runs as ever, and keeps it anew, when the file is damaged or another V8 made it', async () => {
    const first = await run()
    const file = await keptFile()
    const damaged = await readFile(file)
    damaged.fill(0x55, 100_000, 100_100)
    await writeFile(file, damaged)
    expect(await run()).toEqual(first)
    const kept = readCode(file)
    expect(kept).toBeDefined()
    // The second word of V8's data says which V8 made it.
    const foreign = Buffer.from(kept?.bytes ?? [])
    foreign.writeUInt32LE(foreign.readUInt32LE(4) ^ 1, 4)
    writeCode(file, { bytes: foreign, parts: kept?.parts ?? [] })
    expect(await run()).toEqual(first)
    expect(readCode(file)?.bytes.equals(foreign)).toBe(false)
  })

  it('loads from its packages what it loads late, from kept code as well', async () => {
    await writeFile(path.join(dir, 'talk.md'), '# A\n\n```js\nconst a = 1\n```\n')
    const build = () =>
      recap(['build', 'talk.md', '--to', 'html'], dir, { RECAP_CACHE: path.join(dir, 'cache') })
    const first = await build()
    const html = await readFile(path.join(dir, 'out/talk.html'), 'utf8')
    expect(html).toContain('tok-key')
    // What was marked and cut is kept as well: all is to be done again.
    for (const name of await readdir(path.join(dir, 'cache')))
      if (name !== 'program') await rm(path.join(dir, 'cache', name), { recursive: true })
    expect(await build()).toEqual(first)
    expect(await readFile(path.join(dir, 'out/talk.html'), 'utf8')).toBe(html)
  })

  it('runs as ever where no cache can be kept, and several times at once', async () => {
    const first = await run()
    await rm(path.join(dir, 'cache'), { recursive: true })
    expect(await Promise.all([run(), run(), run()])).toEqual([first, first, first])
    await keptFile()
    await rm(path.join(dir, 'cache'), { recursive: true })
    await writeFile(path.join(dir, 'cache'), '')
    expect(await run()).toEqual(first)
    await rm(path.join(dir, 'cache'))
    await mkdir(folder(), { recursive: true })
    await chmod(folder(), 0o555)
    expect(await run()).toEqual(first)
  })
})
