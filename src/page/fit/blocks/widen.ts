// Tables wider than their slide even at the smallest type → tables that are not: set closer, then long names let break where
// their parts meet, then anywhere within such a part, then over several by their columns. Figures and short words stay whole.

import { isTooWide } from '../inside.js'
import { easyStep, type Steps, setStep } from '../split/measure.js'
import { cutName, figure, longFrom } from '../texts/cut-name.js'
import { textsIn } from '../texts.js'
import type { UnitsSlide } from '../units-slide.js'
import { findWide, partColumns } from './columns.js'

/** Letters of a cell that keeps to one line. */
const shortCell = 12
/** Em: a cell with more to say is to have so much beside them. */
const easyEm = 10

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

/** Short words and figures keep to one line where there is room for it: “Region 12” is no two lines beside a long remark. */
function holdShort(unit: HTMLElement): void {
  unit.classList.add('held')
  for (const cell of unit.querySelectorAll('th, td'))
    if (cell.textContent.length <= shortCell && !cell.querySelector('img, .formula'))
      cell.classList.add('short')
}

/** Whether short cells leave too little to one with more to say. */
const isStarved = (unit: HTMLElement): boolean =>
  [...unit.querySelectorAll<HTMLElement>('td:not(.short)')].some(
    (cell) =>
      cell.textContent.length > 2 * shortCell &&
      cell.clientWidth < easyEm * Number.parseFloat(getComputedStyle(cell).fontSize),
  )

/** Makes room for every table too wide for its slide, all slides together. Its units are others afterwards. */
export function fitWidths(slides: readonly UnitsSlide[], steps: Steps): void {
  const found = slides.flatMap(({ section, units }) =>
    units.filter((unit) => unit.querySelector('table')).map((unit) => ({ section, unit })),
  )
  const setAll = (step: number) => {
    for (const { section } of found) setStep(section, step, steps)
  }
  for (const { unit } of found) holdShort(unit)
  setAll(steps.floorSteps - 1)
  let pending = found
  const open = (means: (unit: HTMLElement) => void) => {
    pending = pending.filter(({ unit }) => isTooWide(unit))
    for (const { unit } of pending) means(unit)
  }
  // Names of rows keep to their line where nothing else does.
  for (const { unit } of found.filter(({ unit }) => isTooWide(unit) || isStarved(unit)))
    unit.classList.replace('held', 'named')
  open((unit) => unit.classList.add('dense'))
  open((unit) => unit.classList.remove('named'))
  open(openNames)
  open(openParts)
  // With fewer columns it is no longer too wide, so it stands as other tables do.
  open((unit) => unit.classList.remove('dense', 'opened'))
  for (const { section } of pending) setStep(section, easyStep(steps), steps)
  const parted = pending.flatMap(({ unit }) => findWide(unit, 'wide') ?? [])
  for (const wide of parted) partColumns(wide)
  pending = pending.filter(({ unit }) => unit.isConnected)
  for (const { unit } of pending) unit.classList.add('dense', 'opened')
  setAll(steps.sizesPx.length - 1)
  open((unit) => unit.classList.add('crushed'))
}
