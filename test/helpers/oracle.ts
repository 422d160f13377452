// An open deck's page → every piece of text or picture that is cut off or stands outside its slide. Knows nothing of fit.
import type { Page } from '../../src/chrome/puppeteer.js'

/** One line for each violation: slide id, what is cut, by what. Runs on the plain pages of `?pages`. */
export function findClipped(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const slack = 1
    const found: string[] = []
    const clips = (element: Element) => {
      const style = getComputedStyle(element)
      return style.overflowX !== 'visible' || style.overflowY !== 'visible' || style.clipPath !== 'none'
    }
    const outside = (inner: DOMRect, outer: DOMRect) =>
      inner.top < outer.top - slack ||
      inner.bottom > outer.bottom + slack ||
      inner.left < outer.left - slack ||
      inner.right > outer.right + slack
    for (const section of document.querySelectorAll('section[data-layout]')) {
      const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement
        if (
          !parent ||
          (node.textContent ?? '').trim() === '' ||
          parent.closest('.notes') ||
          getComputedStyle(parent).display === 'none'
        )
          continue
        const range = document.createRange()
        range.selectNodeContents(node)
        for (const rect of range.getClientRects()) {
          if (rect.width === 0 || rect.height === 0) continue
          for (let frame: Element | null = parent; frame; frame = frame.parentElement) {
            if ((frame === section || clips(frame)) && outside(rect, frame.getBoundingClientRect())) {
              found.push(
                `${section.id}: “${(node.textContent ?? '').slice(0, 30)}” leaves <${frame.tagName.toLowerCase()} class="${frame.className}">`,
              )
            }
            if (frame === section) break
          }
        }
      }
      // Nor may what a body holds run over the head or the foot: outside the body it would touch the edge of the page.
      for (const body of section.querySelectorAll('[data-units], [data-fit]')) {
        const frame = body.getBoundingClientRect()
        for (const held of [...body.children, ...body.querySelectorAll('table, pre, img')]) {
          if (outside(held.getBoundingClientRect(), frame))
            found.push(`${section.id}: something leaves the body`)
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
