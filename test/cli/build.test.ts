import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyFolder, isRunning, recap, stopWithBrowser } from '../helpers/cli.js'

let dir: string
beforeEach(async () => {
  dir = await emptyFolder()
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const write = async (name: string, content: string | Uint8Array) => {
  await writeFile(path.join(dir, name), content)
  return name
}
const build = (...args: string[]) => recap(['build', ...args], dir)
const html = (...args: string[]) => build(...args, '--to', 'html')
const exists = (name: string) =>
  stat(path.join(dir, name)).then(
    () => true,
    () => false,
  )

/** What every failure must be: the right code, what is wrong, what to do, and no stack. */
function expectFailure(
  run: { code: number | null; stderr: string },
  code: number,
  wrong: RegExp,
  mend: RegExp,
): void {
  expect(run.code, run.stderr).toBe(code)
  expect(run.stderr).toMatch(wrong)
  expect(run.stderr).toMatch(mend)
  expect(run.stderr).not.toMatch(/\n\s+at |node_modules|undefined/)
}

describe('recap build', () => {
  it('writes HTML and PDF into out and prints where they are', async () => {
    await write('talk.md', '# Ann\nhello\nworld')
    const run = await build('talk.md')
    expect(run.code).toBe(0)
    expect(run.stdout).toMatch(/^out\/talk\.html {2}\d+ KB, 3 slides\nout\/talk\.pdf {2}\d+ KB, 3 slides\n$/)
    expect(await readdir(path.join(dir, 'out'))).toEqual(['talk.html', 'talk.pdf'])
  })

  it('builds several notes with one command, and the good ones when one is bad', async () => {
    await write('a.md', '# A\nx')
    await write('empty.md', '')
    await write('b.md', '# B\ny')
    const run = await html('a.md', 'empty.md', 'b.md')
    expectFailure(run, 1, /“empty\.md” has no content/, /# Speaker/)
    expect(await readdir(path.join(dir, 'out'))).toEqual(['a.html', 'b.html'])
  })

  it('takes keys of the theme by --set, and refuses one that is not there, naming the flag', async () => {
    await write('talk.md', '# A\nx')
    const good = await html('talk.md', '--set', 'color.accent=#0a6e5c', '--set', 'color.bg=#fff')
    expect(good.stderr).toBe('')
    expect(await readFile(path.join(dir, 'out/talk.html'), 'utf8')).toMatch(
      /--c-bg:#fff;.*--c-accent:#0a6e5c/,
    )
    const bad = await html('talk.md', '--set', 'color.acent=#0a6e5c')
    expectFailure(
      bad,
      2,
      /--set color\.acent=#0a6e5c: There is no token “color\.acent”/,
      /Did you mean “accent”/,
    )
  })

  it('takes the brand beside the notes, and says where one is wrong', async () => {
    await write('talk.md', '# A\nx')
    await write('brand.yaml', 'accent: "#0a6e5c"\nlogo: gone.svg\n')
    expectFailure(await html('talk.md'), 1, /brand\.yaml:2:1 {2}theme\/no-asset/, /Put the file there/)
    await write('brand.yaml', 'accent: "#0a6e5c"\n')
    expect((await html('talk.md')).code).toBe(0)
    expect(await readFile(path.join(dir, 'out/talk.html'), 'utf8')).toContain('--c-accent:#0a6e5c')
  })

  it('gives one JSON object a deck and nothing else on standard output', async () => {
    await write('talk.md', '---\ntitel: x\n---\n# 甲\n一（真的吗？）\n二')
    const run = await html('talk.md', '--json')
    const lines = run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toEqual([
      {
        notes: 'talk.md',
        outputs: [
          {
            format: 'html',
            path: path.join('out', 'talk.html'),
            bytes: expect.any(Number),
            ms: expect.any(Number),
          },
        ],
        failed: [],
        slides: 3,
        remarks: { keptOut: 1, lines: [5] },
        problems: [expect.objectContaining({ code: 'notes/unknown-key', severity: 'warning' })],
        ms: expect.any(Number),
      },
    ])
  })

  it('says how many remarks it kept out and where they stand', async () => {
    await write('talk.md', '# 甲\n一（真的吗？）\n二\n三（我不信）')
    expect((await html('talk.md')).stderr).toContain('2 remarks kept out of the shared files; lines 2, 4.')
    const many = Array.from({ length: 15 }, (_, at) => `第${at}点（真的吗？）`).join('\n')
    await write('many.md', `# 甲\n${many}\n最后一点\n${'再说一点（我不信）'}`)
    expect((await html('many.md')).stderr).toContain(
      '16 remarks kept out of the shared files; lines 2–16, 18.',
    )
  })

  it('takes its configuration from beside the notes, flags above it', async () => {
    await write('talk.md', '# A\nx')
    await write('recap.config.yaml', 'export: { to: [html], out: decks }\n')
    expect((await build('talk.md')).code).toBe(0)
    expect(await exists('decks/talk.html')).toBe(true)
    expect((await build('talk.md', '--out', 'other')).code).toBe(0)
    expect(await readdir(path.join(dir, 'other'))).toEqual(['talk.html'])
    await write('talk.md', '# A\nx (the budget)')
    await write('recap.config.yaml', 'slides: {}\n')
    expect((await html('talk.md')).stderr).not.toContain('kept out')
    await write('recap.config.yaml', 'notes: { remarks: { private: [budget] } }\n')
    expect((await html('talk.md')).stderr).toContain('1 remark kept out')
    await write('recap.config.yaml', 'exports: {}\n')
    expectFailure(
      await build('talk.md'),
      1,
      /recap\.config\.yaml:1:1[\s\S]*no key “exports”/,
      /Did you mean “export”/,
    )
  })

  it('obeys the notes’ front matter before its configuration', async () => {
    const talks = ['A', 'B', 'C'].map((name) => `# ${name}\nx\ny\nz`).join('\n')
    await write('recap.config.yaml', 'slides: { agenda: true, fragments: true }\n')
    await write('talk.md', `---\nagenda: false\n---\n${talks}`)
    expect((await html('talk.md')).code).toBe(0)
    const one = await readFile(path.join(dir, 'out/talk.html'), 'utf8')
    expect(one).not.toMatch(/<section id="agenda"/)
    expect(one).toMatch(/<section [^>]*data-fragments/)
    await write('talk.md', `---\nfragments: false\n---\n${talks}`)
    expect((await html('talk.md')).code).toBe(0)
    const other = await readFile(path.join(dir, 'out/talk.html'), 'utf8')
    expect(other).toMatch(/<section id="agenda"/)
    expect(other).not.toMatch(/<section [^>]*data-fragments/)
  })

  it('shows its help and version quickly, on standard output', async () => {
    const help = await recap(['--help'])
    expect(help).toMatchObject({ code: 0, stderr: '' })
    expect(help.stdout).toContain('build')
    expect((await recap(['build', '--help'])).stdout).toMatch(
      /--out[\s\S]*--to[\s\S]*--theme[\s\S]*--lang[\s\S]*--chrome[\s\S]*--json/,
    )
    expect((await recap(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('bad input', () => {
  it('a file that is not there', async () => {
    expectFailure(await html('nope.md'), 1, /There is no file “nope\.md”/, /spelling/)
  })

  it('a folder', async () => {
    await mkdir(path.join(dir, 'talks'))
    expectFailure(await html('talks'), 1, /“talks” is a folder/, /Markdown file inside/)
  })

  it('an empty file', async () => {
    await write('talk.md', '\uFEFF\n \n')
    expectFailure(await html('talk.md'), 1, /no content/, /Write a “# Speaker” heading/)
  })

  it('bytes that are not UTF-8', async () => {
    await write('talk.md', Buffer.from([0x23, 0x20, 0xb0, 0xd9]))
    expectFailure(await html('talk.md'), 1, /not valid UTF-8 at byte 2/, /iconv/)
  })

  it('front matter that cannot be read', async () => {
    await write('talk.md', '---\ntitle: a: b\n---\n# A\nx')
    expectFailure(await html('talk.md'), 1, /talk\.md:2:\d+ {2}notes\/front-matter/, /Quote values/)
  })

  it('a file over ten megabytes, refused before it is read', async () => {
    await write('talk.md', Buffer.alloc(10_000_001, 'x'))
    expectFailure(await html('talk.md'), 1, /10000001 bytes; the limit is 10000000/, /Split the notes/)
  })

  it.each([
    ['only a title', '# Only a title'],
    ['no headings', 'a thought\nanother'],
    ['a byte-order mark and CRLF', '\uFEFF# A\r\nx\r\ny\r\n'],
  ])('%s still makes a deck', async (_, source) => {
    await write('talk.md', source)
    expect(await html('talk.md')).toMatchObject({ code: 0, stderr: '' })
    expect(await exists('out/talk.html')).toBe(true)
  })

  it('a theme, a format, an option or a command that does not exist', async () => {
    await write('talk.md', '# A\nx')
    expectFailure(await html('talk.md', '--theme', 'papr'), 1, /no theme “papr”/, /Did you mean “paper”/)
    expectFailure(await build('talk.md', '--to', 'htm'), 2, /no format “htm”/, /Did you mean “html”/)
    expectFailure(await build('talk.md', '--remarks', 'shown'), 2, /cannot be “shown”/, /Did you mean “show”/)
    expectFailure(await build('talk.md', '--tto', 'html'), 2, /unknown option '--tto'/, /--help/)
    expectFailure(
      await recap(['biuld', 'talk.md'], dir),
      2,
      /unknown command 'biuld'/,
      /Did you mean build|--help/,
    )
    expectFailure(await build(), 2, /missing required argument/, /--help/)
  })

  it('two notes that would become the same file', async () => {
    await mkdir(path.join(dir, 'a'))
    await write('a/talk.md', '# A\nx')
    await write('talk.md', '# B\ny')
    expectFailure(await html('a/talk.md', 'talk.md'), 2, /would both be written to/, /--out/)
  })
})

describe('what cannot be written', () => {
  it('a folder that is a file: nothing is lost', async () => {
    await write('talk.md', '# A\nx')
    await write('out', 'mine')
    expectFailure(await html('talk.md'), 3, /“out\/talk\.html” could not be written \(E\w+\)/, /--out/)
    expect(await readFile(path.join(dir, 'out'), 'utf8')).toBe('mine')
  })

  it('a file system that takes nothing', async () => {
    await write('talk.md', '# A\nx')
    expectFailure(await html('talk.md', '--out', '/proc/recap'), 3, /could not be written/, /--out/)
  })

  it('the notes themselves are never written over', async () => {
    await write('talk.html', '# A\nx')
    const run = await html('talk.html', '--out', '.')
    expect(await readFile(path.join(dir, 'talk.html'), 'utf8')).toBe('# A\nx')
    expect(run.code === 0 ? await exists('talk.html.html') : run.code === 2).toBe(true)
  })
})

describe('a stop', () => {
  it('by Ctrl-C ends with 130 and leaves no Chrome and no half-written file', async () => {
    await write('talk.md', `# A\n${'a thought that goes on\n'.repeat(4000)}`)
    const { code, browsers } = await stopWithBrowser(['build', 'talk.md'], dir, 'SIGINT')
    expect(code).toBe(130)
    expect(browsers.length).toBeGreaterThan(0)
    expect(browsers.filter(isRunning)).toEqual([])
    const left = (await exists('out')) ? await readdir(path.join(dir, 'out')) : []
    expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})

describe('without Chrome', () => {
  it('the HTML is written all the same, an old PDF stays, and the message says what to do', async () => {
    await write('talk.md', '# A\nx')
    await mkdir(path.join(dir, 'out'))
    await write('out/talk.pdf', 'old')
    const run = await build('talk.md', '--chrome', '/nowhere/chrome')
    expectFailure(run, 3, /\/nowhere\/chrome/, /--chrome|npm install|npx/)
    expect(await exists('out/talk.html')).toBe(true)
    expect(await readFile(path.join(dir, 'out/talk.pdf'), 'utf8')).toBe('old')
    expect(await readdir(path.join(dir, 'out'))).toEqual(['talk.html', 'talk.pdf'])
  })

  it('a program that is no Chrome and ends at once holds nothing up', async () => {
    await write('talk.md', '# A\nx')
    await write('chrome', '#!/bin/sh\nexit 1\n')
    await chmod(path.join(dir, 'chrome'), 0o755)
    const run = await build('talk.md', '--chrome', path.join(dir, 'chrome'))
    expectFailure(run, 3, /did not start/, /\S/)
    expect(await exists('out/talk.html')).toBe(true)
  }, 30_000)

  it('HTML alone never looks for it', async () => {
    await write('talk.md', '# A\nx')
    expect(await build('talk.md', '--to', 'html', '--chrome', '/nowhere/chrome')).toMatchObject({ code: 0 })
  })
})
