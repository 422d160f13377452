// A word → where it stands on the slides: as ranges, so that nothing in the fitted slides has to change to show them.
import { findLetters, foldLetters } from './letters.js'

export type Found = { readonly section: HTMLElement; readonly range: Range }

/** A word runs on over bold letters and break marks, not out of one of these into the next. */
const blocks =
  'p, li, td, th, h1, h2, h3, h4, dt, dd, figcaption, pre, blockquote, .title, .term, .say, .meta, .no'
/** Said twice, for the eye and for the ear: one of the two is enough. */
const doubled = '.katex-mathml, .emoji svg, title'

/** The texts of a slide, in a list of their own for each block. */
function readBlocks(slide: Element): readonly (readonly Text[])[] {
  const lists: { readonly block: Element | null; readonly texts: Text[] }[] = []
  const walk = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (!(node instanceof Text) || node.parentElement?.closest(doubled)) continue
    const block = node.parentElement?.closest(blocks) ?? null
    const last = lists.at(-1)
    if (last?.block === block) last.texts.push(node)
    else lists.push({ block, texts: [node] })
  }
  return lists.map(({ texts }) => texts)
}

/** All places of a word on the slides under `root`, in the order of the deck. What only the speaker sees is not searched. */
export function findWord(root: HTMLElement, word: string): readonly Found[] {
  return [...root.querySelectorAll<HTMLElement>('section[data-layout]')].flatMap((section) => {
    const slide = section.querySelector(':scope > .slide')
    if (!slide) return []
    return readBlocks(slide).flatMap((texts) =>
      findLetters(foldLetters(texts.map(({ data }) => data)), word).flatMap(([first, last]): Found[] => {
        const [from, to] = [texts[first.text], texts[last.text]]
        if (!from || !to) return []
        const range = document.createRange()
        range.setStart(from, first.from)
        range.setEnd(to, last.to)
        return [{ section, range }]
      }),
    )
  })
}
