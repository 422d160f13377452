// `recap present`: how long from the command to the first slide, and from a save to the changed slide on the screen; and
// whether memory, handles and listeners stay as they are over many saves.
// node bench/present.mjs [--slides 200] [--saves 100] [--letters 20] [--starts 5] [--soak 0]   (after npm run build)
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import puppeteer from 'puppeteer-core'
import { findChrome } from '../dist/chrome/find.js'
import { readEnvironment } from '../dist/config/environment.js'
import { medianOf, notesOf, openTeller } from './many-slides.mjs'

const { values } = parseArgs({
  options: {
    slides: { type: 'string', default: '200' },
    saves: { type: 'string', default: '100' },
    letters: { type: 'string', default: '20' },
    starts: { type: 'string', default: '5' },
    soak: { type: 'string', default: '0' },
  },
})
const folder = mkdtempSync(path.join(tmpdir(), 'recap-bench-'))
const file = path.join(folder, 'notes.md')
const notes = notesOf(Number(values.slides))
const { path: executablePath } = await findChrome({ cacheDir: readEnvironment().cacheDir })
const browser = await puppeteer.launch({
  executablePath,
  headless: 'shell',
  args: ['--no-sandbox', '--disable-gpu', '--js-flags=--expose-gc'],
})

/** Tells the server's heap, once what nobody needs any more is away, into a file of its own at each SIGUSR2. */
const heapFile = path.join(folder, 'heap')
const teller = `import { writeFileSync } from 'node:fs'
process.on('SIGUSR2', () => { gc(); writeFileSync(${JSON.stringify(heapFile)}, String(process.memoryUsage().heapUsed)) })`

function start(flags = []) {
  const program = [...flags, 'dist/program/recap.js', 'present', file, '--port', '0']
  const child = spawn(process.execPath, program)
  const url = new Promise((resolve) => {
    child.stdout.once('data', (bytes) => resolve(String(bytes).trim()))
  })
  return { child, url, stop: () => new Promise((resolve) => child.once('exit', resolve).kill('SIGINT')) }
}

const percentile = (numbers, part) =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))]
const tell = openTeller()
const say = (name, numbers) =>
  console.log(
    `${name}: median ${tell(medianOf(numbers))}, p95 ${tell(percentile(numbers, 0.95))}, most ${Math.round(Math.max(...numbers))} ms, of ${numbers.length}`,
  )

/** The moment after the frame is painted in which the page says so. */
const painted = (event) =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      // An open port is a listener for ever.
      port1.close()
      resolve(Date.now())
    }
    const after = () => requestAnimationFrame(() => port2.postMessage(0))
    if (event === undefined) after()
    else {
      const once = () => {
        window.Reveal.off(event, once)
        after()
      }
      window.Reveal.on(event, once)
    }
  })

/** From the command to the first slide, in a browser that is open already. */
async function timeStart() {
  const before = Date.now()
  const server = start()
  const page = await browser.newPage()
  await page.goto(await server.url, { waitUntil: 'domcontentloaded' })
  await page.waitForFunction(() => window.recapReport !== undefined, { polling: 'raf' })
  const shown = await page.evaluate(painted)
  const fit = await page.evaluate(() => window.recapReport.fitMs)
  await page.close()
  await server.stop()
  return { ms: shown - before, fit }
}

const example = readFileSync(new URL('../examples/aigc-summit.md', import.meta.url), 'utf8')
for (const [name, text] of [
  ['the example', example],
  [`${values.slides} slides`, notes],
]) {
  writeFileSync(file, text)
  await timeStart()
  const times = []
  for (let run = 0; run < Number(values.starts); run++) times.push(await timeStart())
  if (times.length === 0) continue
  say(
    `from the command to the first slide, ${name}`,
    times.map(({ ms }) => ms),
  )
}

const soak = Number(values.soak)
const server = start(
  soak > 0 ? ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(teller)}`] : [],
)
const page = await browser.newPage()
await page.setViewport({ width: 1280, height: 720 })
await page.goto(await server.url)
await page.waitForFunction(() => document.documentElement.dataset.live === 'on')
const count = await page.$$eval('section[data-layout]', (all) => all.length)
const lines = notes.split('\n')
const places = lines.flatMap((line, index) => (/^[^#\s|>`-].{8,}/.test(line) ? [index] : []))
let saved = [...lines]
/** Saves the notes with one more word in a line somewhere; the time until that is painted. */
async function timeSave(turn, word) {
  const at = places[(turn * 37) % places.length]
  saved = [...lines]
  saved[at] = `${lines[at]}${word}${turn}`
  const done = page.evaluate(painted, 'recap-patched')
  const before = Date.now()
  writeFileSync(file, saved.join('\n'))
  return (await done) - before
}
for (let turn = 0; turn < 10; turn++) await timeSave(turn, '试')
const times = []
for (let turn = 10; turn < 10 + Number(values.saves); turn++) times.push(await timeSave(turn, '试'))
if (times.length > 0) {
  say(`from a save to the paint, ${count} slides`, times)
  const step = 10
  for (let from = Math.floor(Math.min(...times) / step) * step; from <= Math.max(...times); from += step) {
    const held = times.filter((ms) => ms >= from && ms < from + step).length
    if (held > 0) console.log(`  ${String(from).padStart(4)}–${from + step} ms ${'█'.repeat(held)} ${held}`)
  }
}
// The rarer letters of Unicode's first block of Chinese, one more each time.
const rare = Array.from({ length: Number(values.letters) }, (_, index) =>
  String.fromCodePoint(0x8c00 + 37 * index),
)
const anew = []
for (const [turn, letter] of rare.entries()) anew.push(await timeSave(turn + 500, letter))
if (anew.length > 0) say('the same with a letter no slide had before', anew)

async function readHeap() {
  rmSync(heapFile, { force: true })
  server.child.kill('SIGUSR2')
  while (!existsSync(heapFile) || readFileSync(heapFile, 'utf8') === '') await new Promise(setImmediate)
  return Number(readFileSync(heapFile, 'utf8'))
}

async function weigh() {
  await page.evaluate(() => window.gc?.())
  const { JSHeapUsedSize, Nodes, JSEventListeners } = await page.metrics()
  const status = readFileSync(`/proc/${server.child.pid}/status`, 'utf8')
  return {
    'server, MB': Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024),
    'its heap, MB': Math.round((await readHeap()) / 1e6),
    handles: readdirSync(`/proc/${server.child.pid}/fd`).length,
    'page, MB': Math.round(JSHeapUsedSize / 1e6),
    nodes: Nodes,
    listeners: JSEventListeners,
  }
}
for (let turn = 0; turn <= soak && soak > 0; turn++) {
  if (turn % Math.ceil(soak / 5) === 0) console.log(`after ${turn} saves:`, JSON.stringify(await weigh()))
  if (turn < soak) await timeSave(turn + 1000, '再')
}

await server.stop()
await browser.close()
rmSync(folder, { recursive: true })
