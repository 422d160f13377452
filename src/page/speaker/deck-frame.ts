// The frame with the deck → what the speaker's page shows of it, read anew whenever the deck moves or is changed.
import type { RevealApi } from 'reveal.js'
import type { Position, Stretch } from './pace.js'

declare global {
  interface Window {
    Reveal?: RevealApi
  }
}

export type NamedStretch = Stretch & {
  /** Absent for slides that stand in no section. */
  readonly title?: string | undefined
  /** Its first slide. */
  readonly first: HTMLElement
}

/** What the speaker sees of the deck at one moment. */
export type Talk = {
  readonly reveal: RevealApi
  readonly document: Document
  readonly slide: HTMLElement
  /** What comes next: the next slide, or this one where more of it is to come. */
  readonly next: HTMLElement | undefined
  /** From 0. */
  readonly index: number
  readonly count: number
  readonly stretches: readonly NamedStretch[]
  readonly at: Position
  readonly wholeMinutes: number | undefined
}

const minutesOf = ({ dataset }: HTMLElement): number | undefined =>
  dataset['minutes'] === undefined ? undefined : Number(dataset['minutes'])

/** Slides that follow one another in one section, or in none. */
function findStretches(slides: readonly HTMLElement[]): readonly (NamedStretch & { from: number })[] {
  const stretches: (NamedStretch & { from: number; slides: number })[] = []
  slides.forEach((slide, from) => {
    const last = stretches.at(-1)
    if (last && last.first.dataset['section'] === slide.dataset['section']) last.slides += 1
    else {
      const { opens, section } = slide.dataset
      const titled = { title: opens, section: section !== undefined, minutes: minutesOf(slide) }
      stretches.push({ first: slide, from, slides: 1, ...titled })
    }
  })
  return stretches
}

function readTalk(reveal: RevealApi, document: Document): Talk | undefined {
  const slides: readonly HTMLElement[] = reveal.getSlides()
  const slide = reveal.getCurrentSlide()
  const index = slides.indexOf(slide)
  if (index < 0) return undefined
  const stretches = findStretches(slides)
  const stretch = stretches.findLastIndex(({ from }) => from <= index)
  return {
    reveal,
    document,
    slide,
    next: slide.querySelector('.fragment:not(.visible)') ? slide : slides[index + 1],
    index,
    count: slides.length,
    stretches,
    at: { stretch, slide: index - (stretches[stretch]?.from ?? 0) },
    wholeMinutes: minutesOf(document.documentElement),
  }
}

/** The last of them comes when the deck was patched in its place, because the notes were saved. */
const moves = [
  'slidechanged',
  'fragmentshown',
  'fragmenthidden',
  'overviewshown',
  'overviewhidden',
  'paused',
  'resumed',
  'recap-patched',
]

/** Calls `show` with the deck in the frame, now and after every change of it, also when the frame is loaded again. */
export function watchFrame(frame: HTMLIFrameElement, show: (talk: Talk) => void): void {
  const attach = () => {
    const { contentWindow, contentDocument } = frame
    const reveal = contentWindow?.Reveal
    if (!reveal || !contentDocument) return
    const tell = () => {
      const talk = readTalk(reveal, contentDocument)
      if (talk) show(talk)
    }
    for (const name of moves) reveal.on(name, tell)
    tell()
  }
  const wait = () => {
    if (frame.contentWindow?.Reveal?.isReady()) attach()
    else frame.contentDocument?.addEventListener('ready', attach, { once: true })
  }
  frame.addEventListener('load', wait)
  if (frame.contentDocument?.readyState === 'complete') wait()
}
