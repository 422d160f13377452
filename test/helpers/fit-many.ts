// A theme → one page of a deck, kept open, into which the slides of any other notes are put to be fitted: what a deck costs
// is its faces, so this one has all letters those notes are made of.
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Chrome } from '../../src/chrome/chrome.js'
import type { Page } from '../../src/chrome/puppeteer.js'
import { readEnvironment } from '../../src/config/environment.js'
import { drawSlides } from '../../src/deck/render.js'
import type { SlideReport } from '../../src/page/contract.js'
import type { fitDeck } from '../../src/page/fit/plugin.js'
import { planSlides } from '../../src/slides/plan.js'
import type { Aspect } from '../../src/theme/aspect.js'
import { listThemes } from '../../src/theme/find.js'
import { emptyFolder } from './cli.js'
import { findLonely, findLost, findSmall, readPages, type Told } from './fit-oracle.js'
import { parseText } from './notes.js'
import { openText } from './open-text.js'
import { findClipped, findCut } from './oracle.js'
import { alphabet, formulas } from './random-notes.js'

declare global {
  interface Window {
    recapFit?: typeof fitDeck
  }
}

async function makeTheme(name: string, slide: string, css: string): Promise<string> {
  const folder = await emptyFolder()
  await writeFile(path.join(folder, 'theme.yaml'), `name: ${name}\n${slide}`)
  await writeFile(path.join(folder, 'theme.css'), css)
  return folder
}

const doubled = 'slide: { density: { steps: [74, 60, 54, 48] } }\n'
const doubledCss =
  ':root { --fs-title: 80px; --fs-hero: 208px; --fs-section: 240px; --fs-meta: 40px; --fs-kicker: 44px }'

/** Names of all themes here. */
export const ours = listThemes()
/** Three more for the test: two of reveal.js's own, and one made here of type twice as large. */
export const made = ['reveal:white', 'reveal:black', 'double']

/** Opens a page of the theme without slides; it must be closed. */
export async function openTheme(chrome: Chrome, theme: string, aspect: Aspect) {
  const letters = `# ${alphabet}\n\n- **${alphabet}** *${alphabet}* \`${alphabet}\`\n\n<!-- private -->${alphabet}<!-- /private -->\n\n${formulas.join('\n\n')}`
  const notes = `---\nremarks: show\nlang: zh-Hans\n---\n${letters}\n\n# B\n- x`
  const name = theme === 'double' ? await makeTheme(theme, doubled, doubledCss) : theme
  return openText(chrome, notes, { theme: name, aspect })
}

/** The HTML of the slides of some notes; ids, and what tells its talks apart, begin with `prefix`. */
export async function drawNotes(source: string, prefix: string): Promise<string> {
  const { notes } = parseText(source)
  const { cacheDir } = readEnvironment()
  const { slides } = planSlides(notes)
  const { rendered } = await drawSlides(notes, slides, { audience: 'shared', cacheDir })
  return rendered.join('\n').replace(/<section id="| data-section="/g, `$&${prefix}`)
}

export type OpenTheme = Awaited<ReturnType<typeof openTheme>>

/** Puts slides into the page, not fitted, and waits for their pictures. */
export async function showSlides(page: Page, html: string): Promise<void> {
  await page.evaluate(async (slides) => {
    const box = document.querySelector('.slides')
    if (!box) throw new Error('The page has no deck in it.')
    box.innerHTML = slides
    await Promise.all([...box.querySelectorAll('img')].map((image) => image.decode()))
  }, html)
}

export const fitPage = (page: Page): Promise<readonly SlideReport[]> =>
  page.evaluate(() => {
    const root = document.querySelector<HTMLElement>('.reveal')
    if (!root || !window.recapFit) throw new Error('The page cannot fit.')
    return window.recapFit(root).slides
  })

const slideOf = (id: string, told: readonly Told[]) => told.find((page) => page.id === id)?.slide

/** Everything that is wrong with the slides once the page has fitted them: a line each, the slide's id first. */
export async function findWrong(page: Page, html: string): Promise<readonly string[]> {
  await showSlides(page, html)
  const before = await readPages(page)
  const reports = await fitPage(page)
  const ids = before.map(({ id }) => id)
  const after = await readPages(page, ids)
  const clipped = await findClipped(page)
  const small = [...(await findSmall(page)), ...(await findCut(page))]
  const lonely = await findLonely(page, ids)
  const reported = new Set(reports.filter(({ trouble }) => trouble).map(({ id }) => id))
  const overflows = ({ trouble = [] }: SlideReport) => trouble.some(({ kind }) => kind === 'overflow')
  const overflowing = new Set(reports.filter(overflows).map(({ id }) => id))
  const unless = (allowed: ReadonlySet<string>) => (line: string) =>
    !allowed.has(slideOf(line.slice(0, line.indexOf(':')), after) ?? '')
  return [
    ...findLost(before, after),
    ...clipped.filter(unless(overflowing)),
    ...small.filter(unless(reported)),
    ...lonely.filter(unless(reported)),
  ]
}

/** The slides that are other ones when they are fitted anew, in a window of another size. */
export async function findUnstable(page: Page, html: string): Promise<readonly string[]> {
  const partsIn = async (width: number, height: number) => {
    await page.setViewport({ width, height })
    await showSlides(page, html)
    await fitPage(page)
    return readPages(page)
  }
  const one = await partsIn(1280, 720)
  const other = await partsIn(700, 900)
  return one
    .filter((part, at) => JSON.stringify(part) !== JSON.stringify(other[at]))
    .map(({ id }) => `${id}: is another slide the second time`)
}
