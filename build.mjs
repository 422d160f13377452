// src → dist, beside what tsc writes there: the page's one script, names and pictures of emoji, and the program in one
// text that starts fast (bench/README.md).
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import vm from 'node:vm'
import { build, transform } from 'esbuild'
import { gemoji } from 'gemoji'

const common = { bundle: true, minify: true, charset: 'utf8', legalComments: 'inline', logLevel: 'warning' }

// Names are kept by not being shortened: esbuild’s own way sets them anew at each making of a function, a tenth of a run.
const forNode = {
  platform: 'node',
  target: 'node20',
  // Read as Latin-1, which takes half the time and memory.
  charset: 'ascii',
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'inline',
  logLevel: 'warning',
}

/** Letters esbuild leaves in regular expressions and comments, as escapes, which there mean the same. */
function escapeLetters(code) {
  if (/\braw`[^`]*[^\0-\x7F]|\\[^\0-\x7F]/.test(code))
    throw new Error('String.raw holds a letter that cannot be escaped.')
  return code.replace(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** esbuild’s modules, each a function that is called when the first asks for it, in a function that starts with `main`. */
async function joinParts({ outputFiles, metafile }) {
  const names = new Set(outputFiles.map((part) => `./${path.basename(part.path)}`))
  let asked = 0
  const parts = await Promise.all(
    outputFiles.map(async ({ path: file, text }) => {
      const { code } = await transform(text, { ...forNode, format: 'cjs' })
      const own = code.replace(/\bimport\("([^"]+)"\)/g, (whole, name) => {
        if (!names.has(name)) return whole
        asked++
        return `later("${name}")`
      })
      // A script whose code was kept has lost how to import.
      const all = own.replace(/\bimport\(/g, 'abroad(')
      return `"./${path.basename(file)}"(exports,require,module){${all}\n}`
    }),
  )
  const lazy = Object.values(metafile.outputs).flatMap(({ imports }) =>
    imports.filter(({ kind, external }) => kind === 'dynamic-import' && !external),
  )
  if (asked !== lazy.length) throw new Error(`${asked} parts are asked for in place of ${lazy.length}.`)
  return `((outside,abroad,recapUrl)=>{const ran=new Map,parts={__proto__:null,${parts.join(',\n')}},
take=name=>{if(!(name in parts))return outside(name);let part=ran.get(name);
if(!part){part={exports:{}};ran.set(name,part);parts[name](part.exports,take,part)}return part.exports},
later=async name=>take(name);take.resolve=outside.resolve;take("./main.js");return ran})`
}

/** The house’s templates, compiled, in the place kept for them. */
const compiledTemplates = {
  name: 'compiled-templates',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]compiled-templates\.ts$/ }, async () => {
      const { writeCompiled } = await import('./dist/deck/templates.js')
      return { contents: `export const compiledTemplates = new Map(${await writeCompiled()})` }
    }),
}

/**
 * The program is one text, which V8 need not compile where it has kept what it made of it (src/cli/start.ts): that is to be had
 * for scripts, not for modules. So esbuild cuts it into modules by what is loaded when, and they become functions of one script.
 */
async function buildProgram() {
  const cut = await build({
    ...forNode,
    bundle: true,
    entryPoints: { main: 'src/cli/main.ts' },
    outdir: 'dist/program',
    format: 'esm',
    splitting: true,
    define: { 'import.meta.url': 'recapUrl' },
    // Found by their files on disk: the font cutter’s wasm, the Chrome that comes along, and the grammars of 260 languages,
    // of which a deck loads the few it uses. Never asked for: what puppeteer fetches browsers with, and talks to Firefox by.
    external: ['subset-font', '@sparticuz/chromium', '@shikijs/langs', '@puppeteer/browsers', '*/bidi.js'],
    plugins: [compiledTemplates],
    write: false,
    metafile: true,
  })
  const text = escapeLetters(await joinParts(cut))
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
  await mkdir('dist/program', { recursive: true })
  await Promise.all([
    writeFile('dist/program/program.js', text),
    // The rest of the package is modules.
    writeFile('dist/program/package.json', '{"type":"commonjs"}\n'),
    build({
      ...forNode,
      bundle: true,
      // The font worker is a file of its own: it is started by its path, which stands beside the program’s.
      entryPoints: { recap: 'src/cli/start.ts', worker: 'src/deck/fonts/worker.ts' },
      outdir: 'dist/program',
      format: 'cjs',
      external: ['subset-font'],
      define: { 'import.meta.url': 'recapUrl', programHash: JSON.stringify(hash) },
      banner: { js: 'const recapUrl = require("node:url").pathToFileURL(__filename).href;' },
    }),
  ])
}

await rm('dist/program', { recursive: true, force: true })
await Promise.all([
  build({
    ...common,
    entryPoints: {
      page: 'src/page/main.ts',
      live: 'src/page/live.ts',
      speaker: 'src/page/speaker.ts',
      listen: 'src/page/listen.ts',
      contrast: 'src/page/contrast.ts',
      handout: 'src/page/handout.ts',
    },
    outdir: 'dist/page',
    format: 'iife',
    target: 'chrome120',
  }),
  buildProgram(),
])

// reveal.js’s speaker view is a page that its plugin writes into a window, with a script in it. The policy of a speaker’s deck
// allows that one script by its hash.
const plugin = await readFile('node_modules/reveal.js/dist/plugin/notes.mjs', 'utf8')
const written = /document\.write\(("(?:[^"\\]|\\.)*")\)/.exec(plugin)?.[1]
const scripts = [...String(vm.runInNewContext(written ?? '""')).matchAll(/<script>([\s\S]*?)<\/script>/g)]
if (scripts.length !== 1)
  throw new Error('reveal.js writes its speaker view in another way now: see build.mjs.')
await writeFile('dist/page/speaker-view.sha256', createHash('sha256').update(scripts[0][1]).digest('base64'))

// GitHub’s names for emoji without what is written about them: 40 KB of 350.
await writeFile(
  'dist/shortcodes.txt',
  gemoji.map(({ emoji, names }) => [emoji, ...names].join(' ')).join('\n'),
)

// Twemoji’s pictures, one a line after its code points: 8 MB in one file in place of 3,700 files.
const pictures = path.dirname(createRequire(import.meta.url).resolve('@twemoji/svg/package.json'))
const names = (await readdir(pictures)).filter((name) => name.endsWith('.svg'))
const lines = await Promise.all(
  names.map(async (name) => {
    const points = name.slice(0, -'.svg'.length).split('-')
    const svg = await readFile(path.join(pictures, name), 'utf8')
    // What asks for colours (U+FE0F) is written or left out as people please.
    return `${points.filter((point) => point !== 'fe0f').join('-')} ${svg.replace(/\s*\n\s*/g, ' ').trim()}`
  }),
)
await writeFile('dist/emoji.txt', `\n${lines.toSorted().join('\n')}\n`)
