// Slides as HTML → the same in stacks, a section of the notes each, as reveal.js has its columns.
import type { Slide } from '../slides/slide.js'

/** One vertical stack for each section with several slides, so that the overview shows a column a speaker. */
export function stackSlides(slides: readonly Slide[], rendered: readonly string[]): string {
  const stacks: { readonly section: number | undefined; readonly html: string[] }[] = []
  slides.forEach((slide, index) => {
    const html = rendered[index] ?? ''
    const last = stacks.at(-1)
    if (last && slide.section !== undefined && last.section === slide.section) last.html.push(html)
    else stacks.push({ section: slide.section, html: [html] })
  })
  return stacks
    .map(({ section, html }) =>
      section === undefined
        ? html.join('\n')
        : `<section data-stack="${section}">${html.join('\n')}</section>`,
    )
    .join('\n')
}
