// Titles, and bodies that are not split, → made smaller by a few fixed factors until they stand inside their slide.
// `--fit` shrinks large type down to its floor (max() in the style sheets); only where that is not enough does `--floor`
// lower the floors too, and the slide is reported.
import type { Trouble } from '../contract.js'
import { boxesIn, isTooWide, linesOf, linesOn, maxLines, narrownessOf, standsInside } from './inside.js'
import type { Cause } from './trouble.js'

type Step = { readonly fit: number; readonly floor: number }

// About 15 % a time: steps the eye reads as intended sizes; the last is for names of hundreds of letters.
const factors = [1, 0.86, 0.74, 0.63, 0.54, 0.46, 0.39, 0.33, 0.27, 0.22]
const floors = [0.84, 0.7, 0.58, 0.48, 0.4, 0.33, 0.27, 0.22]
const steps: readonly Step[] = [
  ...factors.map((fit) => ({ fit, floor: 1 })),
  ...floors.map((floor) => ({ fit: 0.22, floor })),
]
/** Below this factor a large word may be broken within rather than made still smaller; on a narrow canvas later. */
const breakingFactor = 0.55
/** Of the slide's shorter side: more than this and the head crowds out what it heads. */
const maxHeadShare = 0.3
/** From this factor on a head's title, 40 px, is smaller than what it heads may be. */
const smallHeadFactor = 0.5
/** Of a panel's height: what its question may take from the answers. */
const maxQuestionShare = 0.36

type Shrinking = {
  readonly section: HTMLElement
  /** `--fit-head` for the head, `--fit` for all else. */
  readonly property: string
  readonly fits: (step: Step) => boolean
  readonly what: Trouble['what']
  readonly box: HTMLElement
}

function headOf(section: HTMLElement): readonly Shrinking[] {
  const head = section.querySelector<HTMLElement>('.head')
  if (!head) return []
  const roomPx = Math.min(section.clientWidth, section.clientHeight) * maxHeadShare
  const fits = () => head.getBoundingClientRect().height <= roomPx && !isTooWide(head)
  return [{ section, property: '--fit-head', fits, what: 'head', box: head }]
}

function heroOf(section: HTMLElement): readonly Shrinking[] {
  const hero = section.querySelector<HTMLElement>('.hero')
  if (!hero) return []
  const title = hero.querySelector<HTMLElement>('.title')
  const lines = linesOn(section, 2)
  const fits = ({ fit }: Step) =>
    standsInside(hero, hero.children) && (!title || linesOf(title) <= maxLines(lines, fit))
  return [{ section, property: '--fit', fits, what: 'title', box: hero }]
}

/** A panel's question: its answers are units, which are split; it only must leave them room. */
function questionOf(section: HTMLElement): readonly Shrinking[] {
  const question = section.querySelector<HTMLElement>('.panel > .q')
  const panel = question?.parentElement
  if (!question || !panel) return []
  const lines = linesOn(section, 2)
  const fits = ({ fit }: Step) =>
    question.clientHeight <= panel.clientHeight * maxQuestionShare &&
    linesOf(question) <= maxLines(lines, fit)
  return [{ section, property: '--fit', fits, what: 'question', box: question }]
}

/** Of what came from lines of the notes, such as cards, the one with the most to say; else the body as a whole. */
function longestIn(body: HTMLElement): HTMLElement {
  const boxes = [...body.querySelectorAll<HTMLElement>('[data-line]')]
  const lengths = boxes.map((box) => box.textContent.length)
  return boxes[lengths.indexOf(Math.max(...lengths))] ?? body
}

/** Any body marked data-fit: its boxes stand inside it, and those marked data-lines take no more lines than that. */
function bodyOf(section: HTMLElement): readonly Shrinking[] {
  const body = section.querySelector<HTMLElement>('[data-fit]')
  if (!body) return []
  const boxes = boxesIn(body)
  const lined = [...body.querySelectorAll<HTMLElement>('[data-lines]')].map((text) => ({
    text,
    lines: linesOn(section, Number(text.dataset['lines'])),
  }))
  const fits = ({ fit }: Step) =>
    standsInside(body, boxes) && lined.every(({ text, lines }) => linesOf(text) <= maxLines(lines, fit))
  const what = section.dataset['layout'] === 'figure' ? 'figure' : 'body'
  return [{ section, property: '--fit', fits, what, box: longestIn(body) }]
}

const findings = [headOf, heroOf, questionOf, bodyOf]

function applyStep({ section, property }: Shrinking, { fit, floor }: Step, breakBelow: number): void {
  section.style.setProperty(property, String(fit))
  if (property === '--fit-head') return
  if (floor < 1) section.style.setProperty('--floor', String(floor))
  if (fit < breakBelow) section.dataset['break'] = ''
}

/** Shrinks what needs it, all slides together, so that a step costs one layout of the page; says what is too small or too large. */
export function shrinkSlides(sections: readonly HTMLElement[]): readonly Cause[] {
  const small = new Set<Shrinking>()
  const breakBelow = breakingFactor / Math.sqrt(sections[0] ? narrownessOf(sections[0]) : 1)
  let pending = sections.flatMap((section) => findings.flatMap((find) => find(section)))
  steps.forEach((step, index) => {
    if (index > 0) for (const one of pending) applyStep(one, step, breakBelow)
    for (const one of pending)
      if (one.property === '--fit-head' ? step.fit < smallHeadFactor : step.floor < 1) small.add(one)
    pending = pending.filter(({ fits }) => !fits(step))
  })
  const tooLarge = new Set(pending)
  return [...small].map((one) => ({
    section: one.section,
    kind: tooLarge.has(one) ? 'overflow' : 'shrunk',
    what: one.what,
    box: one.box,
  }))
}
