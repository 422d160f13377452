// A slide fitted anew → the slide that is shown, where it can go on: reveal.js keeps what it knows of a node, and need not
// look through all slides again.

/** What reveal.js writes on slides while it shows them. */
const shownOnly = [
  'hidden',
  'inert',
  'aria-hidden',
  'data-index-h',
  'data-index-v',
  'data-previous-indexv',
  'data-fragment',
]
const states = ['past', 'present', 'future', 'visible', 'enabled']
const shownStyles = ['display', 'top', '--i', '--n']
const own = (name: string): boolean => !shownOnly.includes(name) && name !== 'class' && name !== 'style'

/** The same of points that come one at a time: which of them have come. */
const ofSteps = / data-fragment-index="\d+"|(?<=class="[^"]*\bfragment)(?: visible| current-fragment)+/g

/** A slide as it was fitted, whatever reveal.js, a pen and its place among the others made of it. */
function bare(slide: HTMLElement): string {
  const attributes = [...slide.attributes].flatMap(({ name, value }) =>
    own(name) ? [`${name}=${value}`] : [],
  )
  const classes = [...slide.classList].filter((name) => !states.includes(name))
  const styles = [...slide.style].filter((name) => !shownStyles.includes(name))
  const held = [...slide.children].flatMap((child) => (child.matches('.ink') ? [] : [child.outerHTML]))
  return [
    ...attributes.toSorted(),
    ...classes.toSorted(),
    ...styles.toSorted().map((name) => `${name}: ${slide.style.getPropertyValue(name)}`),
    ...held,
  ]
    .join('\n')
    .replace(/ data-line="\d+"/g, '')
    .replace(ofSteps, '')
}

/** Whether both show the same. */
export const isSame = (shown: HTMLElement, fresh: HTMLElement): boolean => bare(shown) === bare(fresh)

/** Slides whose backgrounds or places in reveal.js would change are new to it. */
const structural = ['data-state', 'data-visibility', 'data-auto-animate', 'data-transition']
const alikeToReveal = (shown: Element, fresh: Element): boolean =>
  structural.every((name) => shown.getAttribute(name) === fresh.getAttribute(name)) &&
  [...fresh.attributes, ...shown.attributes].every(
    ({ name, value }) => !name.startsWith('data-background') || shown.getAttribute(name) === value,
  )

/** Makes the shown slide say what the fresh one says, which is left empty. */
function become(shown: HTMLElement, fresh: HTMLElement): void {
  for (const { name } of [...shown.attributes]) if (own(name)) shown.removeAttribute(name)
  for (const { name, value } of fresh.attributes) if (own(name)) shown.setAttribute(name, value)
  shown.className = [...fresh.classList, ...states.filter((state) => shown.classList.contains(state))].join(
    ' ',
  )
  const kept = shownStyles.map((name) => [name, shown.style.getPropertyValue(name)] as const)
  shown.style.cssText = fresh.style.cssText
  for (const [name, value] of kept) if (value !== '') shown.style.setProperty(name, value)
  const drawn = shown.querySelector(':scope > .ink')
  shown.replaceChildren(...fresh.childNodes)
  if (drawn) shown.append(drawn)
}

/** A node of the deck, a slide or a stack → its slides. */
export const slidesIn = (node: Element): readonly HTMLElement[] =>
  node.matches('section[data-layout]') && node instanceof HTMLElement
    ? [node]
    : [...node.querySelectorAll<HTMLElement>(':scope > section[data-layout]')]

/** Whether one id took the place of the other: an id comes of a slide's words, and changes with them. */
export type IsRenamed = (from: string, to: string) => boolean

/**
 * Makes a shown slide, or stack of slides, what it was fitted to anew; the slides that changed, or `undefined` where the
 * node cannot go on, since its slides are others.
 */
export function reuse(
  shown: Element,
  fresh: Element,
  isRenamed: IsRenamed,
): readonly HTMLElement[] | undefined {
  const [old, now] = [slidesIn(shown), slidesIn(fresh)]
  const pairs = now.flatMap((slide, index) => {
    const before = old[index]
    if (!before || !alikeToReveal(before, slide)) return []
    return before.id === slide.id || isRenamed(before.id, slide.id) ? [[before, slide] as const] : []
  })
  if (pairs.length !== now.length || old.length !== now.length) return undefined
  const changed = pairs.filter(([before, slide]) => !isSame(before, slide))
  for (const [before, slide] of changed) become(before, slide)
  return changed.map(([before]) => before)
}
