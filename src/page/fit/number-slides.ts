// Fitted slides → what a theme's furniture may say of each: its place among all of them, their number, and the deck's title.
// Counters of CSS cannot: reveal.js takes slides that are not shown out of the page, and these are not counted.

/** Sets `--i`, from 1, and `--n` on every slide under `root`, and `--title`, a string, on `root`. */
export function numberSlides(root: HTMLElement): void {
  const sections = [...root.querySelectorAll<HTMLElement>('section[data-layout]')]
  sections.forEach(({ style }, index) => {
    style.setProperty('--i', String(index + 1))
    style.setProperty('--n', String(sections.length))
  })
  const title = root.querySelector('[data-layout="title"] .title')?.textContent.trim() ?? ''
  root.style.setProperty('--title', JSON.stringify(title))
}
