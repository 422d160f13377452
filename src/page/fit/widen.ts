// Tables wider than their slide even at the smallest type → tables that are not: set closer, then long names let break where
// their parts meet, then anywhere within such a part. Figures and short words stay whole; for them the type goes below its floor.
import { isTooWide } from './inside.js'
import { type Steps, setStep, type UnitsSlide } from './measure.js'
import { textsIn } from './texts.js'

/** Letters a word or figure has at least before it may be broken: “internationali” is one, “1,234,567” is none. */
const longFrom = 13
const shortestPart = 3
/** No letter in it: a figure, an amount, a date. Never broken. */
const figure = /^\P{L}{1,24}$/u
// After what joins the parts of an address or an option, before a dot, and between the humps of a camelCaseName.
const seam =
  /(?<=[/\\_?&=:@#+|~-])(?![/\\_?&=:@#+|~-])|(?<=[^\d.])(?=\.[^\s.])|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u

/** A long name → its parts, none of them a scrap: `--pool-size-per-tenant` → `--pool-`, `size-`, `per-`, `tenant`. */
export function cutName(name: string): readonly string[] {
  if (name.length < longFrom || figure.test(name)) return [name]
  const parts: string[] = []
  for (const part of name.split(seam)) {
    const last = parts.at(-1)
    if (last !== undefined && (last.length < shortestPart || part.length < shortestPart))
      parts[parts.length - 1] = last + part
    else parts.push(part)
  }
  return parts
}

/** Texts in the cells long enough to hold a name that may be broken. */
const longTextsIn = (unit: HTMLElement): readonly Text[] =>
  [...unit.querySelectorAll('th, td')]
    .flatMap(textsIn)
    .filter((text) => text.data.length >= longFrom && !text.parentElement?.closest('.formula'))

function openNames(unit: HTMLElement): void {
  unit.classList.add('opened')
  for (const text of longTextsIn(unit)) {
    const parts = text.data.split(/(\s+)/).flatMap((word) => {
      const cut = cutName(word)
      return cut.map((part, index) => (index === 0 ? part : [document.createElement('wbr'), part]))
    })
    if (parts.some((part) => typeof part !== 'string')) text.replaceWith(...parts.flat())
  }
}

function openParts(unit: HTMLElement): void {
  for (const text of longTextsIn(unit)) {
    const parts = text.data.split(/(\s+)/).map((word) => {
      if (word.length < longFrom || figure.test(word)) return word
      const open = document.createElement('span')
      open.className = 'anywhere'
      open.textContent = word
      return open
    })
    text.replaceWith(...parts)
  }
}

/** Makes room for every table too wide for its slide, all slides together. */
export function fitWidths(slides: readonly UnitsSlide[], steps: Steps): void {
  const found = slides.flatMap(({ section, units }) =>
    units.filter((unit) => unit.querySelector('table')).map((unit) => ({ section, unit })),
  )
  const setAll = (step: number) => {
    for (const { section } of found) setStep(section, step, steps)
  }
  setAll(steps.floorSteps - 1)
  let pending = found
  const open = (means: (unit: HTMLElement) => void) => {
    pending = pending.filter(({ unit }) => isTooWide(unit))
    for (const { unit } of pending) means(unit)
  }
  open((unit) => unit.classList.add('dense'))
  open(openNames)
  open(openParts)
  setAll(steps.sizesPx.length - 1)
  open((unit) => unit.classList.add('crushed'))
}
