// Code in slides → the same code, its tokens in spans with a class each (templates/code.css gives them colours).
// Done when the deck is built, and kept: a deck without code loads no grammar, nor does one whose code is known already.
import { createHash } from 'node:crypto'
import path from 'node:path'
import type { Notes } from '../notes/notes.js'
import { textOfHtml } from '../notes/sanitize.js'
import { readText } from '../shared/files.js'
import { once } from '../shared/once.js'
import { packageFile } from '../shared/package-files.js'
import type { Problem } from '../shared/problem.js'
import { nearestName } from '../shared/text.js'
import { listAuthored } from './authored.js'
import { readSealed, writeSealed } from './fonts/cache.js'

export type HighlightedCode = {
  /** Marks the tokens of all code in a slide's HTML. Text stays as it is, letter by letter. */
  readonly mark: (html: string) => string
  readonly problems: readonly Problem[]
}

/** Raise it whenever the same code would be marked otherwise. */
const highlighterVersion = 1
/** Some 200 lines, more than anybody shows; it stays plain, since a grammar may take the square of a text’s length. */
const maxCodeChars = 10_000

const codeBlock = /(<pre><code class="language-([^"]*)">)([^<]*)(?=<\/code><\/pre>)/g

// What people write for a language that the grammars call otherwise.
const otherNames: Readonly<Record<string, string>> = {
  'c++': 'cpp',
  cc: 'cpp',
  'c#': 'csharp',
  'f#': 'fsharp',
  golang: 'go',
  node: 'javascript',
  patch: 'diff',
  python3: 'python',
  'shell-session': 'console',
}
// Names that ask for no colours.
const plainNames = new Set([
  'ascii',
  'none',
  'nohighlight',
  'out',
  'output',
  'plain',
  'plaintext',
  'raw',
  'text',
  'tree',
  'txt',
])

/** The language in a fence's first word: “ts”, “ts{1,3}”, “js:app.js”, “{.python” and “{r}” all occur. */
function nameIn(tag: string): string | undefined {
  const name = /^\{?\.?([a-z][\w+#.-]{0,30})/i.exec(tag)?.[1]?.toLowerCase()
  return name === undefined || plainNames.has(name) ? undefined : (otherNames[name] ?? name)
}

const readNames = once(async () => {
  const { languageNames, languageAliasNames } = await import('@shikijs/langs')
  return new Set<string>([...languageNames, ...languageAliasNames])
})

const readGrammarsVersion = once(async () => {
  const facts = await readText(path.join(path.dirname(packageFile('@shikijs/langs')), '../package.json'))
  return /"version":\s*"([^"]+)"/.exec(facts)?.[1] ?? '0'
})

async function readOrMark(name: string, code: string, cacheDir: string): Promise<string> {
  const told = [highlighterVersion, await readGrammarsVersion(), name, code].join('\n')
  const key = createHash('sha256').update(told).digest('hex')
  const folder = path.join(cacheDir, 'code')
  const kept = await readSealed(folder, key)
  if (kept !== undefined) return new TextDecoder().decode(kept)
  const { markTokens } = await import('./code-tokens.js')
  const html = await markTokens(name, code)
  await writeSealed(folder, key, new TextEncoder().encode(html))
  return html
}

const nothing: HighlightedCode = { mark: (html) => html, problems: [] }

/** Reads all code in the notes; `cacheDir` keeps what was marked. Never fails: code it cannot read stays plain. */
export async function highlightCode(notes: Notes, cacheDir: string): Promise<HighlightedCode> {
  const found = listAuthored(notes).flatMap(({ html, at }) =>
    [...html.matchAll(codeBlock)].map(([, , tag = '', code = '']) => ({ name: nameIn(tag), tag, code, at })),
  )
  if (found.every(({ name }) => name === undefined)) return nothing
  const known = await readNames()
  const problems: Problem[] = []
  const marked = new Map<string, string>()
  for (const { name, tag, code, at } of found) {
    if (name === undefined) continue
    if (!known.has(name)) {
      const near = nearestName(name, known)
      const hint = `${near === undefined ? '' : `Did you mean “${near}”? `}The code is shown plain; “text” says that it shall be.`
      const message = `There is no language “${name}”.`
      problems.push({ code: 'deck/unknown-language', severity: 'warning', message, hint, at })
      continue
    }
    const key = `${tag}\n${code}`
    if (marked.has(key) || code.length > maxCodeChars) continue
    const html = await readOrMark(name, textOfHtml(code), cacheDir)
    // What is shown is what was typed, whatever a grammar or the cache made of it.
    if (textOfHtml(html) === textOfHtml(code)) marked.set(key, html)
  }
  const mark = (slide: string) =>
    slide.replace(codeBlock, (whole, start: string, tag: string, code: string) => {
      const html = marked.get(`${tag}\n${code}`)
      return html === undefined ? whole : `${start}${html}`
    })
  return { mark, problems }
}
