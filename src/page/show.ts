// The deck's page when it opens: fit the slides, then show them with reveal.js, or leave them as plain pages to print.
// The address chooses: ?pages for the build's own print (with &unseen for that alone, with &fitted for slides that are parts
// already), ?print-pdf for people who print from a browser, else live.
import Reveal, { type RevealApi } from 'reveal.js'
import Notes from 'reveal.js/plugin/notes'
import Zoom from 'reveal.js/plugin/zoom'
import { measureBoxes } from './boxes.js'
import type { PageReport, PartBoxes } from './contract.js'
import { Fit, type FitPlugin, fitDeck } from './fit/plugin.js'
import { Fragments } from './fragments.js'
import { translateReveal } from './help.js'
import { Pen } from './pen/pen.js'
import { Search } from './search/search.js'
import { type Spread, spreadSteps } from './spread-steps.js'

declare global {
  interface Window {
    recapReport?: PageReport
    /** Where things stand on the slides; only in the mode `pages`, where they stand as they are printed. */
    recapBoxes?: () => readonly PartBoxes[]
    /** For whoever puts other slides into the page: fits those under the element, which must not be parts already. */
    recapFit?: typeof fitDeck
    /**
     * Leaves of the plain pages only those from the one at `from` on: `count` of them and more, until one that has a
     * bookmark of the second level. Returns where the next come from.
     */
    recapShow?: (from: number, count: number) => number
    /** Leaves of the plain pages only those of these numbers, counted from 1, among which `recapShow` counts afterwards. */
    recapOnly?: (numbers: readonly number[]) => void
    /** The page as HTML, fitted as it is, with those of the plain pages alone that come from the one at `from` on. */
    recapRest?: (from: number) => string
    /**
     * Gives each step of those left by `recapOnly` a page of its own, which `recapShow` counts then; returns how many each
     * has. With false the pages are the slides again.
     */
    recapSteps?: (apart: boolean) => readonly number[]
  }
}

const query = () => new URLSearchParams(location.search)

function readMode(): PageReport['mode'] {
  if (query().has('pages')) return 'pages'
  return query().has('print-pdf') || query().get('view') === 'print' ? 'print' : 'live'
}

/**
 * Gives links inside the deck an address of their own, which the export turns into the page it names: Chrome looks up
 * every link within a document once a page, and 100 of them on 200 pages cost 1.5 s of a print.
 */
function numberLinks(root: HTMLElement, sections: readonly Element[]): void {
  const numbers = new Map(sections.map((section, index) => [section, index + 1]))
  for (const link of root.querySelectorAll('a[href^="#"]')) {
    const target = document.getElementById(link.getAttribute('href')?.slice(1) ?? '')
    const number = numbers.get(target?.closest('section[data-layout]') ?? root)
    if (number !== undefined) link.setAttribute('href', `/page/${number}`)
  }
}

/** Shows the deck with reveal.js, which has it fitted by the plugin before it lays anything out. */
async function startReveal(root: HTMLElement, mode: PageReport['mode'], fit: FitPlugin): Promise<RevealApi> {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  // The speaker's view is for decks that have something to say there; a shared file has not.
  const spoken = root.querySelector('aside.notes') !== null
  const style = getComputedStyle(document.documentElement)
  // For the pace in reveal.js's own speaker view.
  const minutes = Number(document.documentElement.dataset['minutes'] ?? 0)
  const canvas = (side: string) => Number.parseFloat(style.getPropertyValue(`--slide-${side}`))
  const deck = new Reveal(root, {
    width: canvas('w'),
    height: canvas('h'),
    margin: 0,
    minScale: 0.1,
    maxScale: 4,
    center: false,
    hash: true,
    // Not shown, but what G takes: the seventh slide is 7, however slides are stacked.
    slideNumber: 'c',
    showSlideNumber: 'speaker',
    navigationMode: 'linear',
    controls: true,
    controlsTutorial: false,
    progress: true,
    // On a phone slides stand one under the other, not a screen each.
    scrollLayout: 'compact',
    transition: calm ? 'none' : 'fade',
    transitionSpeed: 'fast',
    backgroundTransition: 'none',
    // A frame of the speaker's page is small, and no phone; that page has keys and buttons of its own.
    ...(parent === window ? {} : { scrollActivationWidth: 0, controls: false, progress: false }),
    pdfMaxPagesPerSlide: 1,
    pdfSeparateFragments: false,
    pdfPageHeightOffset: 0,
    ...(minutes > 0 ? { totalTime: minutes * 60 } : {}),
    plugins: [
      fit,
      ...(mode === 'print' ? [] : [Fragments()]),
      Search(),
      Pen(),
      Zoom,
      ...(spoken ? [Notes] : []),
    ],
  })
  Object.assign(window, { Reveal: deck })
  // The print view is laid out after initialize() resolves; printed before that, the PDF has one page.
  const laidOut = mode === 'print' ? new Promise((resolve) => deck.on('pdf-ready', resolve)) : undefined
  await deck.initialize()
  translateReveal(deck, document.documentElement.lang)
  await laidOut
  if (mode !== 'print') return deck
  // reveal.js leaves these on slides nobody has visited, which empties the PDF's tags and bookmarks (hakimel/reveal.js#3495).
  for (const section of root.querySelectorAll('.pdf-page section')) {
    section.removeAttribute('hidden')
    section.removeAttribute('aria-hidden')
  }
  return deck
}

/** The whole document as HTML, without those of its slides that are not wanted. */
function copyPage(wanted: ReadonlySet<Element>): string {
  const slides = [...document.querySelectorAll('section[data-layout]')]
  const copy = document.documentElement.cloneNode(true)
  if (!(copy instanceof HTMLElement)) return ''
  copy.querySelectorAll('section[data-layout]').forEach((section, index) => {
    const own = slides[index]
    if (own && !wanted.has(own)) section.remove()
  })
  return `<!doctype html>\n${copy.outerHTML}`
}

const bookmarked = ':is(h1, h2, h3, h4):not([role])'

/** The deck as plain pages, without reveal.js: what the build prints, and measures. */
function showPages(root: HTMLElement, fit: FitPlugin): void {
  if (!query().has('fitted')) fit.init({ getRevealElement: () => root })
  const all = [...root.querySelectorAll('section[data-layout]')]
  let sections = all
  all.at(-1)?.classList.add('last')
  numberLinks(root, all)
  let steps: Spread | undefined
  window.recapSteps = (apart) => {
    steps?.end()
    steps = apart ? spreadSteps(sections) : undefined
    sections = steps?.pages.flat() ?? all
    return steps?.pages.map(({ length }) => length) ?? []
  }
  const show = (from: number, count: number) => {
    let end = from + count
    while (end < sections.length && sections[end]?.querySelector(bookmarked)?.tagName !== 'H2') end++
    // A few left over go with these.
    if (sections.length - end < count / 2) end = sections.length
    sections.forEach((section, index) => {
      section.classList.toggle('away', index < from || index >= end)
      section.classList.toggle('last', index === end - 1)
    })
    return end
  }
  window.recapShow = show
  window.recapOnly = (numbers) => {
    const wanted = new Set(numbers)
    for (const section of all) section.classList.add('away')
    sections = all.filter((_, index) => wanted.has(index + 1))
    show(0, sections.length)
  }
  window.recapRest = (from) => copyPage(new Set(sections.slice(from)))
  // print-pdf is reveal.js's own word for “leave my print style for paper off”.
  document.documentElement.classList.add('pages', 'print-pdf', ...(query().has('unseen') ? ['unseen'] : []))
}

export type ShownDeck = {
  readonly root: HTMLElement
  /** Absent where the slides are plain pages. */
  readonly reveal: RevealApi | undefined
}

/** Fits the deck in the page and shows it. Throws Error when there is none. */
export async function showDeck(): Promise<ShownDeck> {
  const root = document.querySelector<HTMLElement>('.reveal')
  if (!root) throw new Error('The page has no deck in it.')
  const mode = readMode()
  const fit = Fit()
  await fit.ready(root)
  let reveal: RevealApi | undefined
  if (mode === 'pages') showPages(root, fit)
  else reveal = await startReveal(root, mode, fit)
  window.recapFit = fitDeck
  if (mode === 'pages') window.recapBoxes = () => measureBoxes(root)
  window.recapReport = { mode, ...fit.result(), pages: root.querySelectorAll('section[data-layout]').length }
  return { root, reveal }
}
