// An element and places in its text → several elements one after another, each with what stands between two places. What
// surrounds a place, such as bold type or a list in a list, goes on in the next piece; what follows the text goes with the last.

export type Place = { readonly node: Text; readonly offset: number }

/** Before the letter, and out of all elements that begin with it. */
function startAt(range: Range, target: Element, { node, offset }: Place): void {
  if (offset > 0) {
    range.setStart(node, offset)
    return
  }
  let begins: Node = node
  const isFirst = (one: Node) => {
    for (let other = one.previousSibling; other; other = other.previousSibling)
      if ((other.textContent ?? '').trim() !== '' || other instanceof HTMLImageElement) return false
    return true
  }
  while (begins.parentNode && begins.parentNode !== target && isFirst(begins)) begins = begins.parentNode
  range.setStartBefore(begins)
}

/** Elements inside the target that the place is in the middle of, the outermost first. */
function openElements(place: Node, target: Element): readonly Element[] {
  const open: Element[] = []
  for (let box: Node | null = place; box && box !== target; box = box.parentNode)
    if (box instanceof Element) open.unshift(box)
  return open
}

/** Who says it stands again beside what goes on. */
function nameAgain(target: Element, piece: Element): void {
  const name = target.querySelector(':scope > .term')?.cloneNode(true)
  if (!(name instanceof Element) || piece.querySelector(':scope > .term')) return
  name.classList.add('said')
  piece.prepend(name)
}

/** Cuts the element at the places, which are in order; pieces after the first are marked `more`, and so are lists' lines in them. */
export function carve(target: HTMLElement, places: readonly Place[]): void {
  // From the end, so that the places before stay where they are.
  for (const place of places.toReversed()) {
    const range = document.createRange()
    range.selectNodeContents(target)
    startAt(range, target, place)
    const open = openElements(range.startContainer, target)
    const rest = range.extractContents()
    const piece = target.cloneNode(false)
    if (!(piece instanceof HTMLElement)) return
    piece.removeAttribute('id')
    delete piece.dataset['pause']
    piece.classList.add('more')
    piece.dataset['joint'] = String(open.length)
    piece.append(rest)
    // Lines of lists that began before go on without a bullet.
    let inner: Element | null = piece
    for (const box of open) {
      inner = inner?.firstElementChild ?? null
      if (box.matches('li')) inner?.classList.add('more')
    }
    nameAgain(target, piece)
    target.after(piece)
  }
}

function join(one: Element, other: Element, depth: number): void {
  const [last, first] = [one.lastElementChild, other.firstElementChild]
  if (depth > 0 && last && first) {
    join(last, first, depth - 1)
    first.remove()
  }
  one.append(...other.childNodes)
}

/** Pieces that came to stand on one slide after all → the text they were, the points under one point. */
export function joinPieces(root: ParentNode): void {
  for (const piece of root.querySelectorAll('[data-units] > .continued')) {
    const [before, list] = [piece.previousElementSibling, piece.querySelector(':scope > .points')]
    const own = before?.querySelector(':scope > .points')
    if (!own || !list) continue
    own.append(...list.childNodes)
    piece.remove()
  }
  for (const piece of root.querySelectorAll<HTMLElement>('.more[data-joint]')) {
    const before = piece.previousElementSibling
    if (!before) continue
    piece.querySelector(':scope > .term.said')?.remove()
    join(before, piece, Number(piece.dataset['joint']))
    piece.remove()
  }
}
