// Chrome's snapshot of the laid-out page → a tree of boxes: elements, what stands before and after them, and texts by line.
// One call reads it all, pseudo-elements too, which no script in the page can measure.
import type { CDPSession } from '../../chrome/puppeteer.js'
import type { Rect } from './drawing.js'
import { type FamilyFacts, readFamilies, usualFamily } from './families-in-page.js'

const sides = ['top', 'right', 'bottom', 'left'] as const
const styleNames = [
  'display',
  'position',
  'visibility',
  'opacity',
  'z-index',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'line-height',
  'letter-spacing',
  'color',
  'text-align',
  'text-decoration-line',
  'vertical-align',
  'white-space-collapse',
  'text-wrap-style',
  'writing-mode',
  'text-combine-upright',
  'direction',
  'background-color',
  'background-image',
  'background-size',
  'background-position-x',
  'background-position-y',
  'background-repeat',
  'outline-style',
  'outline-width',
  'outline-color',
  'outline-offset',
  'background-clip',
  'border-top-left-radius',
  'border-bottom-right-radius',
  'box-shadow',
  'transform',
  'clip-path',
  'mask-image',
  'filter',
  'overflow-x',
  'text-overflow',
  'padding-right',
  'object-fit',
  ...sides.flatMap((side) => ['width', 'style', 'color'].map((what) => `border-${side}-${what}`)),
] as const

export type Fragment = { readonly start: number; readonly length: number; readonly rect: Rect }

export type Box = {
  /** Counts up in the order of the document. */
  readonly index: number
  readonly backendNodeId: number
  /** In lower case; `#text` of a text. */
  readonly tag: string
  /** `before` or `after` its parent, or empty. */
  readonly pseudo: string
  readonly attributes: ReadonlyMap<string, string>
  readonly rect: Rect
  readonly style: (name: (typeof styleNames)[number]) => string
  readonly px: (name: (typeof styleNames)[number]) => number
  /** Of the family its words are set in. */
  readonly family: FamilyFacts
  readonly text: string
  readonly fragments: readonly Fragment[]
  readonly children: Box[]
  readonly parent: Box | undefined
  /** What is painted later has a higher one. */
  readonly paint: number
  /** The box in whose background it lies, under the words there (a negative z-index). */
  readonly under: Box | undefined
}

const rectOf = ([x = 0, y = 0, width = 0, height = 0]: readonly number[]): Rect => ({ x, y, width, height })

/** The roots of the slides, in order, of a deck open in the mode `pages`. */
export async function takeSnapshot(session: CDPSession): Promise<readonly Box[]> {
  const { documents, strings } = await session.send('DOMSnapshot.captureSnapshot', {
    computedStyles: [...styleNames],
    includePaintOrder: true,
  })
  const [document] = documents
  if (!document) return []
  const { nodes, layout, textBoxes } = document
  const word = (index: number | undefined) => strings[index ?? -1] ?? ''
  const familyAt = styleNames.indexOf('font-family')
  const named = [...new Set(layout.styles.map((values) => word(values[familyAt])))].filter(Boolean)
  const families = await readFamilies(session, named)
  const pseudos = new Map(
    nodes.pseudoType?.index.map((node, at) => [node, word(nodes.pseudoType?.value[at])]),
  )
  const fragments = new Map<number, Fragment[]>()
  textBoxes.layoutIndex.forEach((at, index) => {
    const list = fragments.get(at) ?? []
    const [start = 0, length = 0] = [textBoxes.start[index], textBoxes.length[index]]
    list.push({ start, length, rect: rectOf(textBoxes.bounds[index] ?? []) })
    fragments.set(at, list)
  })
  const boxes = new Map<number, Box>()
  const sections: Box[] = []
  layout.nodeIndex.forEach((node, index) => {
    const text = word(layout.text[index])
    const known = boxes.get(node)
    // The second row of a pseudo-element is of its words; of a marker that has none, of nothing.
    if (known && text === '') return
    let above = known ? node : (nodes.parentIndex?.[node] ?? -1)
    while (above >= 0 && !boxes.has(above)) above = nodes.parentIndex?.[above] ?? -1
    const parent = boxes.get(above)
    const given = (nodes.attributes?.[node] ?? []).map(word)
    const values = layout.styles[index] ?? []
    const style = (name: (typeof styleNames)[number]) => word(values[styleNames.indexOf(name)])
    const box: Box = {
      index,
      backendNodeId: nodes.backendNodeId?.[node] ?? 0,
      tag: known ? '#text' : word(nodes.nodeName?.[node]).toLowerCase(),
      pseudo: known ? '' : (pseudos.get(node) ?? ''),
      attributes: new Map(
        given.flatMap((name, at) => (at % 2 === 0 ? [[name, given[at + 1] ?? ''] as const] : [])),
      ),
      rect: rectOf(layout.bounds[index] ?? []),
      style,
      px: (name) => Number.parseFloat(style(name)) || 0,
      family: families.get(style('font-family')) ?? usualFamily,
      text,
      fragments: fragments.get(index) ?? [],
      children: [],
      parent,
      // Chrome counts what lies under a box after the box itself: it comes right after the box's own background.
      paint: layout.paintOrders?.[index] ?? 0,
      under: parent?.under ?? (Number(style('z-index')) < 0 ? parent : undefined),
    }
    if (!known) boxes.set(node, box)
    parent?.children.push(box)
    if (box.tag === 'section' && box.attributes.has('data-layout')) sections.push(box)
  })
  // Chrome tells of what stands after a box's children before it tells of them.
  for (const { children } of boxes.values()) children.sort((one, other) => orderOf(one) - orderOf(other))
  return sections
}

const orderOf = ({ pseudo }: Box): number => (pseudo === 'after' ? 1 : pseudo === '' ? 0 : -1)

export const hasClass = (box: Box, name: string): boolean =>
  (box.attributes.get('class') ?? '').split(/\s+/).includes(name)

/** The box itself or the nearest over it that is so. */
export function closest(box: Box, is: (box: Box) => boolean): Box | undefined {
  for (let at: Box | undefined = box; at; at = at.parent) if (is(at)) return at
  return undefined
}

/** The box and all in it, in the order of the document. */
export const everyBox = (box: Box): readonly Box[] => [box, ...box.children.flatMap(everyBox)]

/** How much of what is behind it the box hides, with all it stands in. */
export function opacityOf(box: Box): number {
  let opacity = 1
  for (let at: Box | undefined = box; at; at = at.parent) opacity *= Number(at.style('opacity') || 1)
  return opacity
}
