// An open deck's page → every piece of text or picture that is cut off, stands outside its slide or under another. Knows
// nothing of fit.
import type { Page } from '../../src/chrome/puppeteer.js'

/** One line for each violation: slide id, what is cut, by what. Runs on the plain pages of `?pages`. */
export function findClipped(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const slack = 1
    // Faces draw most of a letter in this much of the type size, about the middle of its line.
    const inkShare = 0.8
    const texts =
      'p, h1, h2, h3, th, td, pre, figcaption, .who, .name, .no, .ct, .meta, .label, blockquote, li, div, img'
    type Drawn = {
      readonly rect: DOMRect
      readonly ink: DOMRect
      readonly square: DOMRect
      readonly block: Element | null
      readonly said: string
    }
    const found: string[] = []
    const clipping = new Map<Element, boolean>()
    const clips = (element: Element) => {
      const known = clipping.get(element)
      if (known !== undefined) return known
      const { overflowX, overflowY, clipPath } = getComputedStyle(element)
      const does = overflowX !== 'visible' || overflowY !== 'visible' || clipPath !== 'none'
      clipping.set(element, does)
      return does
    }
    const outside = (inner: DOMRect, outer: DOMRect) =>
      inner.top < outer.top - slack ||
      inner.bottom > outer.bottom + slack ||
      inner.left < outer.left - slack ||
      inner.right > outer.right + slack
    const meet = (one: DOMRect, other: DOMRect) =>
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > slack &&
      Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > slack
    /** The middle of a line, so many px across it. */
    const middleOf = (rect: DOMRect, mostPx: number, vertical: boolean) => {
      const { left, top } = rect
      const width = vertical ? Math.min(rect.width, mostPx) : rect.width
      const height = vertical ? rect.height : Math.min(rect.height, mostPx)
      return new DOMRect(left + (rect.width - width) / 2, top + (rect.height - height) / 2, width, height)
    }
    // A comma stands in a corner of its square, wherever that is moved.
    const leftHalf = ({ left, top, width, height }: DOMRect) => new DOMRect(left, top, width / 2, height)
    const frames = new Map<Element, DOMRect>()
    const frameOf = (element: Element) => {
      const known = frames.get(element) ?? element.getBoundingClientRect()
      frames.set(element, known)
      return known
    }
    const nameOf = (element: Element) => `<${element.tagName.toLowerCase()} class="${element.className}">`

    const wordsOf = (block: Element | null) =>
      `“${block?.textContent?.trim().slice(0, 20) || block?.tagName.toLowerCase()}”`

    function drawnIn(section: Element): readonly Drawn[] {
      const drawn: Drawn[] = []
      // A view may show the whole page smaller than it is laid out.
      const scale = section instanceof HTMLElement ? frameOf(section).width / section.offsetWidth : 1
      const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement
        // KaTeX sets letters that are not drawn.
        const said = (node.textContent ?? '').replaceAll('\u200b', '').trim()
        if (!parent || said === '' || parent.closest('.notes, .seal')) continue
        // The picture of a whole emoji lies behind its first letter.
        if (parent.matches('.emoji > span')) continue
        const { fontSize, visibility, writingMode } = getComputedStyle(parent)
        const range = document.createRange()
        range.selectNodeContents(node)
        // Lines after “…” have their places, but are not drawn.
        const cut = parent.closest('[data-cut]')?.getBoundingClientRect()
        const vertical = writingMode !== 'horizontal-tb'
        const isBeforeCut = ({ left, right, bottom }: DOMRect) =>
          !cut || (vertical ? (left + right) / 2 >= cut.left : bottom <= cut.bottom + slack)
        const rects = [...range.getClientRects()].filter(
          (rect) => rect.width > 0 && rect.height > 0 && isBeforeCut(rect),
        )
        if ((rects.length === 0 && !cut) || visibility === 'hidden')
          found.push(`${section.id}: “${said.slice(0, 30)}” is not drawn`)
        const sizePx = Number.parseFloat(fontSize) * scale
        for (const rect of rects)
          drawn.push({
            rect,
            ink: parent.matches('.raised')
              ? leftHalf(middleOf(rect, sizePx, vertical))
              : middleOf(rect, sizePx * inkShare, vertical),
            // A face keeps room around its letters, which in type of a quarter of the slide leaves this before they do.
            square: middleOf(rect, sizePx, vertical),
            block: (parent.closest('.formula') ?? parent).closest(texts),
            said,
          })
      }
      for (const image of section.querySelectorAll('img')) {
        const rect = image.getBoundingClientRect()
        if (rect.width === 0 || rect.height === 0) found.push(`${section.id}: a picture is not drawn`)
        drawn.push({ rect, ink: rect, square: rect, block: image.closest('p') ?? image, said: 'a picture' })
      }
      return drawn
    }

    for (const section of document.querySelectorAll('section[data-layout]')) {
      const drawn = drawnIn(section)
      for (const { rect, ink, square, block, said } of drawn)
        for (let frame = block; frame; frame = frame.parentElement) {
          // Lines cut off with “…” are set so close that the tallest of letters, were there any, would be too.
          const seen = frame.matches('[data-cut]') ? ink : frame === section ? square : rect
          if ((frame === section || clips(frame)) && outside(seen, frameOf(frame)))
            found.push(`${section.id}: “${said.slice(0, 30)}” leaves ${nameOf(frame)}`)
          if (frame === section) break
        }
      // Text under other text: the lines of different paragraphs, cells, heads and pictures.
      const downward = drawn.toSorted((one, other) => one.ink.top - other.ink.top)
      downward.forEach((one, index) => {
        for (let at = index + 1; at < downward.length; at++) {
          const other = downward[at]
          if (!other || other.ink.top > one.ink.bottom) break
          if (one.block === other.block || !meet(one.ink, other.ink)) continue
          found.push(`${section.id}: ${wordsOf(one.block)} lies over ${wordsOf(other.block)}`)
        }
      })
      // Nor may what a body holds run over the head or the foot: outside the body it would touch the edge of the page.
      for (const body of section.querySelectorAll('[data-units], [data-fit]')) {
        for (const held of [...body.children, ...body.querySelectorAll('table, pre, img')]) {
          if (outside(held.getBoundingClientRect(), frameOf(body)))
            found.push(`${section.id}: ${nameOf(held)} leaves the body`)
        }
      }
    }
    return [...new Set(found)]
  })
}

/** The smallest letters in what the selector finds, px. For `page.evaluate`. */
export const smallest = (selector: string) => {
  const sizes: number[] = []
  for (const root of document.querySelectorAll(selector)) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement } = node
      if (parentElement && node.textContent?.trim())
        sizes.push(Number.parseFloat(getComputedStyle(parentElement).fontSize))
    }
  }
  return Math.min(...sizes)
}

/** The ids of pages with words that end in “…” where there were more. */
export const findCut = (page: Page): Promise<readonly string[]> =>
  page.$$eval('section[data-layout]:has([data-cut])', (sections) =>
    sections.map(({ id }) => `${id}: a name is cut`),
  )
