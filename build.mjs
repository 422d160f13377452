// src → dist, beside what tsc writes there: the page's one script, names and pictures of emoji, and the program in a few files that start fast
// (loading its packages one by one takes 250 ms of each run, bundled 100; bench/README.md).
import { createHash } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import vm from 'node:vm'
import { build } from 'esbuild'
import { gemoji } from 'gemoji'

const common = { bundle: true, minify: true, charset: 'utf8', legalComments: 'inline', logLevel: 'warning' }

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
  build({
    ...common,
    // The font worker is a file of its own: it is started by its path, which stands beside the chunks’.
    entryPoints: { recap: 'src/cli/main.ts', worker: 'src/deck/fonts/worker.ts' },
    outdir: 'dist/program',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    splitting: true,
    // Names are kept by not being shortened: esbuild’s own way sets them anew at each making of a function, a tenth of a run.
    minify: false,
    minifyWhitespace: true,
    minifySyntax: true,
    // Found by their files on disk: the font cutter’s wasm, the Chrome that comes along, and the grammars of 260 languages,
    // of which a deck loads the few it uses.
    external: ['subset-font', '@sparticuz/chromium', '@shikijs/*'],
    // Some packages are CommonJS and ask for Node’s own modules by require.
    banner: {
      js: "import { createRequire as recapRequire } from 'node:module'; const require = recapRequire(import.meta.url);",
    },
  }),
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
