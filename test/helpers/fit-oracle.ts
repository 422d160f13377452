// The plain pages of a deck, before and after fitting → what fitting must not have done: lost or doubled words, left a
// short line alone, made type too small and said nothing. Knows nothing of how fit does its work.
import type { Page } from '../../src/chrome/puppeteer.js'

/** What stands on a page, without spaces and the marks between facts. */
export type Told = {
  readonly id: string
  /** The id of the slide it is a part of. */
  readonly slide: string
  /** Headings, titles and questions, which end in “…” where they are too long. */
  readonly heads: readonly string[]
  /** What is split, or may be, in order; without tables and what is said over each piece: a parent, a speaker, a language. */
  readonly said: string
  /** Letters of tables: these are cut by rows and by columns, and say the head and the first column again. */
  readonly cells: string
  /** What stands beside it: picture's caption, and remarks on all of it. */
  readonly beside: string
  /** All of that in order, but for remarks. */
  readonly all: string
  readonly remarks: string
  readonly units: number
  readonly fontPx: string
}

/** Reads every page; `slides` are the ids of the slides there were before they were split, none to take all for whole. */
export function readPages(page: Page, slides: readonly string[] = []): Promise<readonly Told[]> {
  return page.evaluate((known) => {
    const wholes = new Set(known)
    let slide = ''
    // The marks between a title's facts are letters only where it goes on.
    const plain = (text: string | null | undefined) => (text ?? '').replace(/[\s·]/g, '')
    return [...document.querySelectorAll<HTMLElement>('section[data-layout]')].map((section) => {
      if (known.length === 0 || wholes.has(section.id)) slide = section.id
      const copy = section.cloneNode(true)
      if (!(copy instanceof HTMLElement)) throw new Error('A copy of an element is none.')
      for (const other of copy.querySelectorAll('.notes, .head .part')) other.remove()
      const meta = copy.querySelector('.head .meta')
      if (meta) meta.textContent = meta.textContent.replace(/ · $/, '')
      const list = copy.querySelector('[data-units], .agenda')
      const cells = [...copy.querySelectorAll('table')].map((table) => plain(table.textContent)).join('')
      const again = 'table, .columns, .continued > p, .term.said, .language'
      for (const other of copy.querySelectorAll(again)) other.remove()
      const boxes = copy.querySelectorAll('.head > *, .hero > :not(ul), .hero > ul > li, .panel > .q')
      const heads = [...boxes].map((box) => plain(box.textContent))
      for (const head of boxes) head.remove()
      const aside = [...copy.querySelectorAll('.remark')].map((one) => plain(one.textContent))
      const held = copy.cloneNode(true)
      if (!(held instanceof HTMLElement)) throw new Error('A copy of an element is none.')
      for (const other of held.querySelectorAll('.remark, .seal, [aria-hidden]:not(.formula *)'))
        other.remove()
      const units = list?.children.length ?? 0
      const said = plain(list?.textContent)
      list?.remove()
      return {
        id: section.id,
        slide,
        heads,
        said,
        all: plain(held.querySelector('.slide')?.textContent),
        cells,
        beside: plain(copy.querySelector('.slide')?.textContent),
        remarks: aside.join(''),
        units,
        fontPx: section.style.getPropertyValue('--fs'),
      }
    })
  }, slides)
}

/** Letters that `now` has fewer of than `once`. */
function missingIn(now: string, once: string): string {
  const left = new Map<string, number>()
  for (const letter of now) left.set(letter, (left.get(letter) ?? 0) + 1)
  return [...once]
    .filter((letter) => {
      const count = left.get(letter) ?? 0
      left.set(letter, count - 1)
      return count <= 0
    })
    .join('')
}

const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

/** Whether it says that, and before it nothing but some of the heads, whole. */
const says = (said: string, what: string, heads: readonly string[]): boolean =>
  said === what ||
  heads.some(
    (head, at) => said.startsWith(head) && says(said.slice(head.length), what, heads.toSpliced(at, 1)),
  )

/** What of each slide was lost, doubled or moved. */
export function findLost(before: readonly Told[], after: readonly Told[]): readonly string[] {
  const found: string[] = []
  const parts = new Map<string, Told[]>()
  for (const part of after) parts.set(part.slide, [...(parts.get(part.slide) ?? []), part])
  const told = [...after.flatMap(({ heads }) => heads), after.map(({ said }) => said).join('')].join('\n')
  if (new Set(after.map(({ id }) => id)).size < after.length) found.push('two pages have one id')
  if (after[0]?.slide === '') found.push(`${after[0].id}: is a part of nothing`)
  for (const whole of before) {
    const own = parts.get(whole.id) ?? []
    const say = (what: string) => found.push(`${whole.id}: ${what}`)
    const heads = own[0]?.heads ?? []
    const cut = whole.heads.filter((head, at) => heads[at] !== head)
    for (const [at, head] of whole.heads.entries()) {
      const now = heads[at] ?? ''
      if (now === head) continue
      if (!now.endsWith('…') || !head.startsWith(now.slice(0, -1))) say(`is headed “${now}”, not “${head}”`)
      else if (!told.includes(head)) say(`tells “${head}” nowhere whole`)
    }
    const said = own.map((part) => part.said).join('')
    const beside = own[0]?.beside
    // What is far too long for its layout is told in points instead, with signs between what stood apart.
    const all = lettersOf(own.map((part) => part.all).join(''))
    const inPoints = beside === '' && says(all, lettersOf(whole.all), cut.map(lettersOf))
    if (!inPoints && !says(said, whole.said, cut)) {
      const at = [...whole.said].findIndex((letter, index) => said[index] !== letter)
      const from = Math.max(0, (at < 0 ? whole.said.length : at) - 10)
      say(`said “${whole.said.slice(from, from + 40)}” and now says “${said.slice(from, from + 40)}”`)
    }
    if (!inPoints && beside !== whole.beside) say('says another thing beside its points')
    const lost = missingIn(own.map((part) => part.cells).join(''), whole.cells)
    if (lost !== '') say(`lost “${lost}” of its tables`)
    const remarks = own.map((part) => part.remarks).join('')
    if (remarks !== whole.remarks)
      say(`remarks “${whole.remarks.slice(0, 30)}” and now “${remarks.slice(0, 30)}”`)
  }
  return found
}

/** Slides with type below the floors: 24 px for points and large words, 20 for remarks, captions, cells and
 * titles, 18 for code and names in an agenda, 16 for furniture. */
export function findSmall(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    // 0.05 px is what a browser rounds by.
    const floors = [
      [
        '.no, .meta, .ct, .language, .part, sup, sub, .kicker, .facts, .marker, .prefix, .measure, .seal',
        15.95,
      ],
      ['.agenda .name, pre', 17.95],
      [
        '.remark, figcaption, table, .points .points, .footnote, .who, code, kbd, .lost-image, .title, .columns',
        19.95,
      ],
      ['.slide', 23.95],
    ] as const
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      const section = parent?.closest('section[data-layout]')
      const said = (node.textContent ?? '').trim()
      if (!parent || !section || said === '' || parent.closest('.notes, .gap, .formula')) continue
      const floorPx = floors.find(([roles]) => parent.closest(roles))?.[1] ?? 0
      const { fontSize } = getComputedStyle(parent)
      if (Number.parseFloat(fontSize) < floorPx)
        found.push(
          `${section.id}: “${said.slice(0, 20)}” in <${parent.tagName.toLowerCase()} class="${parent.className}"> is ${fontSize}`,
        )
    }
    return [...new Set(found)]
  })
}

/**
 * Parts with one short unit that need not stand alone: it and the units of the part before it, or after it, could stand on
 * those two pages, or on one of them, each in the type it has, so that no page overflows, none is left with a lone unit of
 * at most two lines, and none ends in “label：” or a question. Slides with remarks are left out: these may stand in a margin that takes
 * room from the units of their own page alone, so that a unit is of other heights on other pages.
 */
export function findLonely(page: Page, slides: readonly string[]): Promise<readonly string[]> {
  return page.evaluate((known) => {
    // A text that fills more of its slide than this in the smallest type may be cut in two.
    const fullShare = 0.86
    const wholes = new Set(known)
    const listOf = (section: Element | undefined) =>
      section?.querySelector<HTMLElement>('[data-units]') ?? undefined
    const isShort = (unit: Element | undefined) => {
      if (!(unit instanceof HTMLElement) || unit.querySelector('img, table, pre')) return false
      const { lineHeight, paddingBlockStart, paddingBlockEnd } = getComputedStyle(unit)
      const aroundPx = Number.parseFloat(paddingBlockStart) + Number.parseFloat(paddingBlockEnd)
      return unit.getBoundingClientRect().height - aroundPx < 2.6 * Number.parseFloat(lineHeight)
    }
    const fits = (list: HTMLElement) => {
      const last = list.lastElementChild?.getBoundingClientRect().bottom ?? 0
      const first = list.firstElementChild?.getBoundingClientRect().top ?? 0
      const joins = list.querySelector(':scope > .more:not(:first-child)')
      return last - first <= list.clientHeight * (joins ? fullShare : 1)
    }
    const leads = (unit: Element | undefined) => /[：:？?]\s*$/.test(unit?.textContent ?? '')
    const mayStand = (list: HTMLElement, last: boolean) => {
      const units = [...list.children]
      if (units.length === 0) return true
      return fits(list) && !(units.length === 1 && isShort(units[0])) && (last || !leads(units.at(-1)))
    }
    /** Whether the units of both may be dealt otherwise, tried in the page itself. */
    const canShare = (first: HTMLElement, second: HTMLElement, ends: boolean) => {
      const before = first.children.length
      const all = [...first.children, ...second.children]
      const deal = (count: number) => {
        first.replaceChildren(...all.slice(0, count))
        second.replaceChildren(...all.slice(count))
      }
      let can = false
      for (let count = 0; count <= all.length && !can; count++) {
        if (count === before) continue
        deal(count)
        can = mayStand(first, ends && count === all.length) && mayStand(second, ends)
      }
      deal(before)
      return can
    }
    const sections = [...document.querySelectorAll<HTMLElement>('section[data-layout]')]
    const remarked = new Set<string>()
    let slide = ''
    const slideOf = new Map<Element, string>()
    for (const section of sections) {
      if (wholes.has(section.id)) slide = section.id
      slideOf.set(section, slide)
      if (listOf(section)?.querySelector('.remark')) remarked.add(slide)
    }
    return sections.flatMap((section, index) => {
      const list = listOf(section)
      if (remarked.has(slideOf.get(section) ?? '')) return []
      if (list?.children.length !== 1 || !isShort(list.children[0])) return []
      const [before, after] = [sections[index - 1], sections[index + 1]]
      const earlier = wholes.has(section.id) ? undefined : listOf(before)
      const later = after && !wholes.has(after.id) ? listOf(after) : undefined
      const third = sections[index + 2]
      const may =
        (earlier && canShare(earlier, list, !later)) ||
        (later && canShare(list, later, !third || wholes.has(third.id)))
      return may
        ? [`${section.id}: “${list.textContent.trim().slice(0, 30)}” stands alone, and need not`]
        : []
    })
  }, slides)
}
