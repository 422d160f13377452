// Who answered what → a column of names as wide as its longest word, so that “Observability” is not broken in one.

/** Letters of a word that may be wider than the column, 7.2 em: narrower ones cost no layout. */
const longWord = /\S{10,}/
/** Em: a wider column leaves too little beside it, and the name is broken. */
const maxEm = 12

/** Sets `--names` on lists of answers whose column of names is to be wider. One write pass, one read pass for all. */
export function widenNames(root: ParentNode): void {
  const names = [...root.querySelectorAll<HTMLElement>('.answers > li > .term')].filter(({ textContent }) =>
    longWord.test(textContent),
  )
  for (const name of names) name.style.overflowWrap = 'normal'
  const needed = new Map<HTMLElement, number>()
  for (const name of names) {
    const list = name.closest<HTMLElement>('.answers')
    const sizePx = Number.parseFloat(getComputedStyle(name.parentElement ?? name).fontSize)
    if (!list || name.scrollWidth <= name.clientWidth) continue
    // Widths are told in whole px, and sizes of type do not all round alike.
    needed.set(list, Math.max(needed.get(list) ?? 0, (name.scrollWidth + 1) / sizePx))
  }
  for (const name of names) name.style.removeProperty('overflow-wrap')
  for (const [list, em] of needed) list.style.setProperty('--names', `${Math.min(em, maxEm).toFixed(2)}em`)
}
