// Slides that stand as plain pages → the same slides on sheets of paper, as they are but smaller, with room to write; and back.
// A script of its own, put into the page by the format `handout`: no deck carries it.
import type { Sheets } from './contract.js'
import { margin, numberHeight, planSheet, ruling, type SheetPlan } from './sheet-plan.js'

declare global {
  interface Window {
    /** Lays the sheets; gives how many. */
    recapHandout?: (sheets: Sheets) => number
    /** Puts all back as it was. */
    recapHandoutEnd?: () => void
  }
}

/** A slide's remarks are repeated in the room for notes where they are smaller than this on the slide. */
const readablePt = 7
/** Sizes they are set in there, the first that fits. */
const remarkSizesPt = [8.5, 8, 7.5, 7]
/** What the speaker is to say stands nowhere else: rather small than cut. */
const noteSizesPt = [...remarkSizesPt, 6.5, 6, 5.5, 5, 4.5, 4]
const pxOfMm = 96 / 25.4

function make(className: string, parent: Element, text = ''): HTMLElement {
  const made = document.createElement('div')
  made.className = className
  made.textContent = text
  parent.append(made)
  return made
}

/** `left`, `top`, `width`, `height` in mm. */
function place(box: HTMLElement, mm: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(mm)) box.style.setProperty(name, `${value}mm`)
}

const wordsOf = (found: Element | null | undefined): string =>
  (found?.textContent ?? '').replace(/\s+/g, ' ').trim()

/** What a section is called: on its opener, at the head of its slides, or on its only one. */
function nameSections(sections: readonly HTMLElement[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const section of sections) {
    const { section: number } = section.dataset
    if (number === undefined || names.has(number)) continue
    const group = section.querySelector('.head .group-of')
    names.set(number, wordsOf(group ?? section.querySelector('h2, h3')))
  }
  return names
}

/** What is too small on the slide, or not shown there: speaker notes, which only the speaker's own deck has. */
function wordsBeside(section: HTMLElement, scale: number): readonly HTMLElement[] {
  const notes = [...section.querySelectorAll<HTMLElement>(':scope > .notes > *')]
  const remarks = [...section.querySelectorAll<HTMLElement>('aside.remark')]
  const [first] = remarks
  const small = first && Number.parseFloat(getComputedStyle(first).fontSize) * scale * 0.75 < readablePt
  return [...(small ? remarks : []), ...notes]
}

/** These words in a size that is read, cut by lines where there are too many. */
function sayBeside(section: HTMLElement, room: HTMLElement, height: number, scale: number): void {
  const most = height * pxOfMm
  const words = wordsBeside(section, scale)
  if (words.length === 0) return
  const said = make('said', room)
  for (const word of words) {
    const thought = make('thought', said)
    thought.innerHTML = word.innerHTML
    thought.classList.toggle('own', word.dataset['kind'] === 'note')
  }
  const noted = words.some(({ parentElement }) => parentElement?.matches('.notes'))
  if (noted) room.removeAttribute('aria-hidden')
  for (const size of noted ? noteSizesPt : remarkSizesPt) {
    said.style.fontSize = `${size}pt`
    if (said.scrollHeight <= most) return
  }
  const { lineHeight, paddingTop, paddingBottom } = getComputedStyle(said)
  const [line, over, under] = [lineHeight, paddingTop, paddingBottom].map(Number.parseFloat)
  const lines = Math.floor((most - (over ?? 0) - (under ?? 0)) / (line ?? 16))
  said.style.setProperty('-webkit-line-clamp', String(lines))
  said.classList.add('clamped')
}

/** Lines to write on, under what stands in the room already, the last one at its foot. */
function rule(room: HTMLElement, height: number): void {
  const said = room.querySelector('.said')
  const count = Math.floor((height - (said ? said.clientHeight / pxOfMm : 0)) / ruling)
  const between = said ? ruling : height / Math.max(1, count)
  for (let line = 0; line < count; line++) place(make('rule', room), { bottom: line * between })
}

function fill(
  cell: HTMLElement,
  section: HTMLElement,
  number: number,
  plan: SheetPlan,
  canvasPx: number,
): void {
  make('ordinal', cell, String(number)).setAttribute('aria-hidden', 'true')
  const frame = make('frame', cell)
  place(frame, { top: numberHeight, width: plan.slideWidth, height: plan.slideHeight })
  frame.append(section)
  const scale = (plan.slideWidth * pxOfMm) / canvasPx
  section.style.setProperty('--on-paper', String(scale))
  const room = make('room', cell)
  room.setAttribute('aria-hidden', 'true')
  place(room, plan.notes)
  sayBeside(section, room, plan.notes.height, scale)
  rule(room, plan.notes.height)
}

function layOut(sheets: Sheets): number {
  const root = document.querySelector<HTMLElement>('.reveal > .slides')
  if (!root) return 0
  const { paper, perPage, css } = sheets
  const all = [...root.querySelectorAll<HTMLElement>('section[data-layout]')]
  const { width, height } = getComputedStyle(all[0] ?? root)
  const canvasPx = Number.parseFloat(width)
  const plan = planSheet(sheets, Number.parseFloat(height) / canvasPx)
  const style = document.createElement('style')
  style.textContent = `${css}@page{size:${paper.width}mm ${paper.height}mm;margin:0}`
  document.head.append(style)
  const names = nameSections(all)
  const wanted = sheets.slides.flatMap((number) => {
    const section = all[number - 1]
    return section ? [{ number, section }] : []
  })
  const count = Math.ceil(wanted.length / perPage)
  // Where each slide was, kept by an empty text in its place.
  const homes = wanted.map(({ section }) => {
    const home = document.createTextNode('')
    section.before(home)
    return { section, home, style: section.getAttribute('style') ?? '' }
  })
  for (let at = 0; at < count; at++) {
    const sheet = make('sheet', root)
    place(sheet, { width: paper.width, height: paper.height })
    const slides = wanted.slice(at * perPage, (at + 1) * perPage)
    const head = make('running top', sheet)
    place(head, { left: margin.side, right: margin.side })
    make('called', head, document.title)
    const named = slides.find(({ section }) => section.dataset['section'] !== undefined)
    make('called', head, names.get(named?.section.dataset['section'] ?? '') ?? '')
    slides.forEach(({ section, number }, index) => {
      const cell = make('cell', sheet)
      const [column, row] = [index % plan.columns, Math.floor(index / plan.columns)]
      place(cell, {
        left: margin.side + column * plan.across,
        top: margin.top + row * plan.down,
        width: plan.cellWidth,
        height: plan.cellHeight,
      })
      fill(cell, section, number, plan, canvasPx)
    })
    const foot = make('running bottom', sheet)
    place(foot, { left: margin.side, right: margin.side })
    make('called', foot, sheets.occasion)
    make('page', foot, `${at + 1} / ${count}`)
    for (const running of [head, foot]) running.setAttribute('aria-hidden', 'true')
  }
  document.documentElement.classList.add('handout')
  window.recapHandoutEnd = () => {
    for (const { section, home, style: before } of homes) {
      home.replaceWith(section)
      if (before === '') section.removeAttribute('style')
      else section.setAttribute('style', before)
    }
    for (const sheet of root.querySelectorAll('.sheet')) sheet.remove()
    style.remove()
    document.documentElement.classList.remove('handout')
  }
  return count
}

window.recapHandout = layOut
