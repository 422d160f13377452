// Fitted slides → what a theme's furniture may say of each: its place among all of them, their number, and the deck's title.
// Counters of CSS cannot: reveal.js takes slides that are not shown out of the page, and these are not counted.

const asksForPlace = /var\(\s*--i\b/

/**
 * Whether a style sheet says where a slide stands. Most do not, and are spared it: with a style of its own on every slide a browser
 * finds no style of one slide's boxes made already in another, and looks through all of them for each: over 1,000 slides half a
 * second of styles become three and more.
 */
const isPlaceAsked = (): boolean =>
  [...document.querySelectorAll('style')].some(({ textContent }) => asksForPlace.test(textContent))

/** Sets `--n` on every slide under `root`, and `--i`, from 1, where a theme asks for it, and `--title`, a string, on `root`. */
export function numberSlides(root: HTMLElement): void {
  const sections = [...root.querySelectorAll<HTMLElement>('section[data-layout]')]
  const asked = isPlaceAsked()
  sections.forEach(({ style }, index) => {
    if (asked) style.setProperty('--i', String(index + 1))
    style.setProperty('--n', String(sections.length))
  })
  const title = root.querySelector('[data-layout="title"] .title')?.textContent.trim() ?? ''
  root.style.setProperty('--title', JSON.stringify(title))
}
