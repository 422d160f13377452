// Fitted slides → where their texts and pictures stand, for what is made of them elsewhere: native slides, a handout, a check.
// Asked for by whoever needs it, not part of the report: it costs one more layout of the page, a fifth of what fitting takes.
import type { BoxReport, PartBoxes } from './contract.js'

const selector =
  '.head, .title, .meta:not(:empty), [data-units] > .unit, .remark, .q, .say, .rest, .lead, .subtitle, .facts, .kicker, .card, .agenda > li, .number > .figure, .picture img, figcaption'

/** Classes that say what a box is. */
const roles: ReadonlyMap<string, BoxReport['role']> = new Map(
  (['head', 'title', 'meta', 'unit', 'table', 'code', 'math', 'quote', 'remark'] as const).map((name) => [
    name,
    name,
  ]),
)

/** By the last of its classes that says it: a table is a unit too. */
function roleOf(box: Element): BoxReport['role'] {
  if (box instanceof HTMLImageElement) return 'figure'
  return [...box.classList].flatMap((name) => roles.get(name) ?? []).at(-1) ?? 'text'
}

/** Tenths of a px. */
const round = (px: number): number => Math.round(px * 10) / 10

function boxesOf(section: Element): readonly BoxReport[] {
  const slide = section.getBoundingClientRect()
  return [...section.querySelectorAll<HTMLElement>(selector)].map((box): BoxReport => {
    const { left, top, width, height } = box.getBoundingClientRect()
    const line = box.closest<HTMLElement>('[data-line]')?.dataset['line']
    return {
      role: roleOf(box),
      ...(line === undefined ? {} : { line: Number(line) }),
      fontPx: round(Number.parseFloat(getComputedStyle(box).fontSize)),
      x: round(left - slide.left),
      y: round(top - slide.top),
      width: round(width),
      height: round(height),
    }
  })
}

/** The boxes of every slide under `root`, in one pass that only reads. For slides that stand as plain pages. */
export function measureBoxes(root: ParentNode): readonly PartBoxes[] {
  return [...root.querySelectorAll('section[data-layout]')].map((section) => ({
    id: section.id,
    boxes: boxesOf(section),
  }))
}
