// How long fitting takes in the page, for decks of growing size: the time to lay the deck out once, which every page that
// opens takes, and what fitting adds to it. Medians.
// npm run build && node bench/fit.mjs [--slides 200,400,1000,2000] [--runs 5]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openChrome } from '../dist/chrome/connect.js'
import { openDeck } from '../dist/chrome/open-deck.js'
import { readEnvironment } from '../dist/config/environment.js'
import { medianOf, notesOf, openTeller } from './many-slides.mjs'

const { values } = parseArgs({
  options: {
    slides: { type: 'string', default: '200,400,1000,2000' },
    runs: { type: 'string', default: '5' },
  },
})

const layOut = `<script>
Promise.all([...document.fonts].map((face) => face.load())).then(() => {
  const before = performance.now()
  document.documentElement.classList.add('fitting')
  document.body.getBoundingClientRect()
  window.recapReport = { layoutMs: performance.now() - before }
})
</script>`
/** The same page with a script that only lays it out; its content policy would refuse one it does not know. */
const unfitted = (html) =>
  html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace(/<script>[\s\S]*<\/script>/, () => layOut)

const folder = mkdtempSync(path.join(tmpdir(), 'recap-bench-'))
const chrome = await openChrome({ cacheDir: readEnvironment().cacheDir })
async function reportOf(html) {
  const open = await openDeck(chrome, html, { mode: 'pages', waitMs: 120_000 })
  await open[Symbol.asyncDispose]()
  return open.report
}

let last
const tell = openTeller()
try {
  for (const slides of values.slides.split(',').map(Number)) {
    const notes = path.join(folder, 'deck.md')
    writeFileSync(notes, notesOf(slides))
    const build = spawnSync(process.execPath, [
      'dist/program/recap.js',
      'build',
      notes,
      '--to',
      'html',
      '--out',
      folder,
    ])
    if (build.status !== 0) throw new Error(`recap ended with ${build.status}: ${build.stderr}`)
    const html = readFileSync(path.join(folder, 'deck.html'), 'utf8')
    const added = []
    const layouts = []
    let pages = 0
    for (let run = 0; run < Number(values.runs); run++) {
      const { layoutMs } = await reportOf(unfitted(html))
      const fitted = await reportOf(html)
      layouts.push(layoutMs)
      added.push(fitted.fitMs - layoutMs)
      pages = fitted.pages
    }
    const addedMs = medianOf(added)
    const growth = last
      ? `, ${(addedMs / last.addedMs).toFixed(2)} times as long for ${(pages / last.pages).toFixed(2)} times as many`
      : ''
    console.log(
      `${pages} slides: laid out once ${tell(medianOf(layouts))}, fitting adds ${tell(addedMs)}${growth}`,
    )
    last = { addedMs, pages }
  }
} finally {
  await chrome.close()
  rmSync(folder, { recursive: true })
}
