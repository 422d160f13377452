// Large Chinese and Japanese text → the same text with each clause in a span of its own, so that lines end where the
// thought pauses. Which clauses share a line is left to the browser; a clause too long for one line still wraps.

const ends = /[，。；：！？][”’」』）》]*$/u
const between = /(?<=[，。；：！？][”’」』）》]*)(?![，。；：！？”’」』）》])/u

type Clause = { readonly nodes: Node[]; closed: boolean }

function clausesOf(element: Element): readonly Clause[] {
  const clauses: Clause[] = []
  for (const node of element.childNodes) {
    const pieces = node instanceof Text ? node.data.split(between).map((piece) => new Text(piece)) : [node]
    for (const piece of pieces) {
      const last = clauses.at(-1)
      const open = last && !last.closed ? last : { nodes: [], closed: false }
      if (open !== last) clauses.push(open)
      open.nodes.push(piece)
      if (ends.test(piece.textContent ?? '')) open.closed = true
    }
  }
  return clauses
}

/** Marks the clauses of every large text under `root`. */
export function markClauses(root: ParentNode): void {
  for (const element of root.querySelectorAll('[data-fit] .say, [data-fit] .say > p, .panel > .q')) {
    if (!/^(zh|ja)/.test(element.closest('[lang]')?.getAttribute('lang') ?? '')) continue
    if (element.querySelector(':scope > p')) continue
    const clauses = clausesOf(element)
    if (clauses.length < 2) continue
    const spans = clauses.map(({ nodes }) => {
      const span = document.createElement('span')
      span.className = 'clause'
      span.append(...nodes)
      return span
    })
    element.replaceChildren(...spans)
  }
}
