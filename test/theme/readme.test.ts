// themes/README.md: every file it shows is written as it stands there, and every command it shows is run on them; README.md: its
// commands about themes, and its front matter.
import { readFileSync } from 'node:fs'
import { cp, readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { familyNames } from '../../src/deck/fonts/catalog.js'
import { listThemes } from '../../src/theme/find.js'
import { loadTheme } from '../../src/theme/load.js'
import { recap } from '../helpers/cli.js'
import { root } from '../helpers/notes.js'
import { folderOf, svg } from '../helpers/theme-folder.js'

const readme = readFileSync(path.join(root, 'themes/README.md'), 'utf8')

type Part = { readonly files: Readonly<Record<string, string>>; readonly commands: readonly string[] }

/** The examples under a heading: files are named in a comment at their beginning, commands stand one a line. */
function partOf(heading: string, whole = readme): Part {
  const from = whole.indexOf(`\n## ${heading}`)
  expect(from, heading).toBeGreaterThan(0)
  const text = whole.slice(from, whole.indexOf('\n## ', from + 4))
  const fences = [...text.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, kind = '', body = '']) => ({
    kind,
    body,
  }))
  const files = fences.filter(({ kind }) => kind !== 'sh')
  const named = files.map(({ body }) => [/[\w./-]+\.(?:yaml|css|hbs|json|md)\b/.exec(body)?.[0] ?? '', body])
  const lines = fences.filter(({ kind }) => kind === 'sh').flatMap(({ body }) => body.trim().split('\n'))
  return { files: Object.fromEntries(named), commands: lines.map((line) => line.replace(/\s+#\s.*$/, '')) }
}

/** As a shell would part it: at blanks outside quotes. */
const wordsOf = (command: string) =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')

async function runAll(commands: readonly string[], dir: string): Promise<void> {
  expect(commands.length).toBeGreaterThan(0)
  for (const command of commands) {
    const [npx, program, ...args] = wordsOf(command)
    expect([npx, program]).toEqual(['npx', 'recap'])
    const run = await recap(args[0] === 'build' ? [...args, '--strict'] : args, dir)
    expect(run.code, `${command}\n${run.stderr}`).toBe(0)
  }
}

/** Which of the words the deck lacks; blanks do not count. */
async function missingIn(dir: string, words: readonly string[], name = 'talk'): Promise<readonly string[]> {
  const tight = (text: string) => text.replace(/\s/g, '')
  const html = tight(await readFile(path.join(dir, `out/${name}.html`), 'utf8'))
  return words.filter((one) => !html.includes(tight(one)))
}
const [brand, tokens, styles, sheets] = ['1. A brand', '2. A theme', '3. Styles', 'One style sheet'].map(
  (heading) => partOf(heading),
)
const { 'talk.md': talk = '' } = brand?.files ?? {}

describe('themes/README.md', () => {
  it('shows a brand that colours any theme, and one for a deck alone', async () => {
    const { 'talk.md': _, ...files } = brand?.files ?? {}
    const dir = await folderOf({ ...files, 'notes.md': '# Ann\nhello', 'logo.svg': svg })
    const run = await recap(['build', 'notes.md', '--theme', 'grid', '--out', 'out', '--strict'], dir)
    expect(run.code, run.stderr).toBe(0)
    const words = ['--c-accent:#0a6e5c', '--c-ink:#1d2321', '--c-bg:#f6f8f7', 'class="logo"']
    expect(await missingIn(dir, words, 'notes')).toEqual([])
    const alone = await folderOf({ 'talk.md': talk })
    await recap(['build', 'talk.md', '--to', 'html'], alone)
    expect(await missingIn(alone, ['--c-accent:#0a6e5c'])).toEqual([])
    await runAll(brand?.commands ?? [], alone)
    expect(await missingIn(alone, ['--c-accent:#b0480f', '--pad:64px 88px 60px 88px'])).toEqual([])
    expect(await missingIn(alone, ['--c-accent:#0a6e5c'])).toHaveLength(1)
  })

  it('shows a theme of tokens, with a variant', async () => {
    const dir = await folderOf({ ...tokens?.files, 'talk.md': '# Ann\nhello', 'acme/logo.svg': svg })
    await runAll(tokens?.commands ?? [], dir)
    expect(await missingIn(dir, ['data-variant="dark"'])).toEqual([])
    const theme = await loadTheme('./acme', dir)
    expect(theme.color).toMatchObject({ accent: '#0a6e5c', bg: '#f6f8f7' })
    expect(theme).toMatchObject({ chain: ['acme', 'paper'], variants: ['dark'], slide: { remarks: 'below' } })
    expect(theme.problems).toEqual([])
  })

  it('shows styles and a template that a theme may have', async () => {
    const dir = await folderOf({
      ...tokens?.files,
      ...styles?.files,
      'talk.md': '# Ann\nhello',
      'acme/logo.svg': svg,
    })
    await cp(path.join(root, 'examples/themes/acme/assets'), path.join(dir, 'acme/assets'), {
      recursive: true,
    })
    await runAll(tokens?.commands ?? [], dir)
    const mark = '<img class="mark" alt="" src="data:image/svg+xml;'
    expect(await missingIn(dir, [mark, 'section[data-layout="closing"]{background:var(--c-accent)'])).toEqual(
      [],
    )
  })

  it('shows lone style sheets, and themes of reveal.js’s', async () => {
    const dir = await folderOf({ ...sheets?.files, 'talk.md': '# Ann\nhello' })
    const [lone = '', reveal = ''] = sheets?.commands ?? []
    await runAll([lone], dir)
    expect(await missingIn(dir, ['.title { letter-spacing: 0.04em', '.mine .title {'])).toEqual([])
    await runAll([reveal], dir)
    expect(await missingIn(dir, ['--c-bg:#191919'])).toEqual([])
  })

  it('shows commands that can be run one after the other', async () => {
    const dir = await folderOf({ 'talk.md': '# Ann\nhello' })
    await runAll(partOf('The commands').commands, dir)
    expect(await missingIn(dir, ['data:image/webp'], 'themes')).toEqual([])
  }, 240_000)

  it('names every theme with its mood, and every family of letters', async () => {
    for (const name of listThemes()) {
      const { mood } = await loadTheme(name, '.')
      expect(readme).toContain(`| \`${name}\` | ${mood} | `)
    }
    expect(familyNames.filter((name) => !readme.includes(name))).toEqual([])
  })
})

describe('README.md', () => {
  const front = readFileSync(path.join(root, 'README.md'), 'utf8')

  it('shows commands about themes that can be run one after the other', async () => {
    const { commands } = partOf('Make it yours', front)
    await runAll(commands, await folderOf({ 'notes.md': '# Ann\nhello\nworld' }))
  }, 240_000)

  it('shows front matter that is understood as it stands', async () => {
    const head = /```yaml\n(---\n[\s\S]*?---\n)```/.exec(front)?.[1] ?? ''
    for (const key of ['theme', 'brand', 'aspect']) expect(head).toMatch(new RegExp(`^${key}: `, 'm'))
    const dir = await folderOf({ 'talk.md': `${head}# Ann\nhello` })
    await runAll(['npx recap build talk.md --to html'], dir)
    expect(await missingIn(dir, ['--c-accent:#0a6e5c', 'AIGC 大会', 'lang="zh-Hans"'])).toEqual([])
  })
})
