// Machines that fail while files are made: the other files are made, old ones stay whole, and one is told which and why.
import { spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyFolder, isRunning, killBrowser, programFile, recap } from '../helpers/cli.js'

let dir: string
beforeEach(async () => {
  dir = await emptyFolder()
  await mkdir(path.join(dir, 'out'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const write = (name: string, content: string) => writeFile(path.join(dir, name), content)
const read = (name: string) => readFile(path.join(dir, name), 'latin1')
const exists = (name: string) =>
  stat(path.join(dir, name)).then(
    () => true,
    () => false,
  )

describe('a Chrome that dies while it prints', () => {
  it('takes the file it was at with it and no other: the old one stays, those after it are made in another Chrome', async () => {
    await write('talk.md', `# Ann\n${'a thought that goes on and on\n'.repeat(1500)}`)
    await write('out/talk.pdf', 'old')
    await write('out/talk.png', 'old too')
    // One after the other: with the handout on the disk the PDF is being printed.
    const printing = () => exists('out/talk.handout.pdf')
    const run = await killBrowser(['build', 'talk.md', '--to', 'html,handout,pdf,cover'], dir, printing)
    expect(run.code, run.stderr).toBe(3)
    expect(run.browsers.length).toBeGreaterThan(0)
    expect(run.browsers.filter(isRunning)).toEqual([])
    expect(run.stderr).toMatch(/chrome\/died[\s\S]*Not made: pdf\./)
    expect(run.stderr.match(/chrome\/died/g)).toHaveLength(1)
    expect(run.stderr).not.toMatch(/\n\s+at |node_modules/)
    expect(await read('out/talk.pdf')).toBe('old')
    expect(await read('out/talk.png')).toMatch(/^\x89PNG/)
    expect(await read('out/talk.html')).toMatch(/<\/html>\s*$/)
    expect(await read('out/talk.handout.pdf')).toMatch(/^%PDF[\s\S]*%%EOF\s*$/)
    expect(await readdir(path.join(dir, 'out'))).toHaveLength(4)
  }, 180_000)
})

describe('a disk that is full', () => {
  it('keeps the old file whole, makes what there is room for, and says which is missing', async () => {
    await write('talk.md', '# Ann\nhello\nworld')
    // A small file system in a room of its own, which ends with the command.
    const script = `mount -t tmpfs -o size=160k tmpfs out && printf old > out/talk.html
      "$0" "$1" build talk.md --to html,pdf,handout; code=$?
      printf 'files: '; ls -A out | tr '\\n' ' '; printf '%s %s' "$(cat out/talk.html)" "$(head -c 5 out/talk.pdf)"; exit $code`
    const own = process.getuid?.() === 0 ? ['-m'] : ['-rm']
    const run = spawnSync('unshare', [...own, 'sh', '-c', script, process.execPath, programFile], {
      cwd: dir,
      encoding: 'utf8',
    })
    expect(run.status, run.stderr).toBe(3)
    expect(run.stderr).toMatch(/“out\/talk\.html” could not be written \(ENOSPC\)[\s\S]*disk is full/)
    expect(run.stderr).toContain('Not made: html.')
    expect(run.stdout).toMatch(/files: talk\.handout\.pdf talk\.html talk\.pdf old %PDF-$/)
  }, 60_000)
})

describe('a place that one file cannot have', () => {
  it('costs that file alone', async () => {
    await write('talk.md', '# Ann\nhello\nworld')
    await mkdir(path.join(dir, 'out/talk.pdf'))
    await write('out/talk.pdf/mine', 'mine')
    const run = await recap(['build', 'talk.md', '--to', 'html,pdf,png', '--json'], dir)
    expect(run.code).toBe(3)
    expect(run.stderr).toMatch(/“out\/talk\.pdf” could not be written \(E\w+\)/)
    const told = JSON.parse(run.stdout)
    expect(told.failed).toEqual(['pdf'])
    expect(told.outputs.map(({ format }: { format: string }) => format)).toEqual(['html', 'png'])
    expect(await read('out/talk.pdf/mine')).toBe('mine')
    expect((await readdir(path.join(dir, 'out'))).toSorted()).toEqual(['talk', 'talk.html', 'talk.pdf'])
  })
})
