// An update of a served deck → the page with only those talks fitted anew that changed; all other slides stay the nodes they are.
import type { RevealApi } from 'reveal.js'
import type { LiveParts, LiveUpdate } from '../contract.js'
import { awaitContent } from '../fit/index.js'
import { numberSlides } from '../fit/number-slides.js'
import { fitDeck } from '../fit/plugin.js'
import { type Group, groupSlides } from './groups.js'
import { keepPlace } from './keep-place.js'

export type Patcher = {
  /** Makes the deck what the update says; what it does not know it must have been told before. */
  readonly apply: (update: LiveUpdate | LiveParts) => Promise<void>
}

/** What reveal.js writes on slides while it shows them. */
const shownOnly = [
  'hidden',
  'aria-hidden',
  'data-index-h',
  'data-index-v',
  'data-previous-indexv',
  'data-fragment',
]
const states = ['past', 'present', 'future', 'visible', 'enabled']

/** A slide as it was fitted, whatever reveal.js and its place among the others made of it. */
function bareHtml(slide: Element): string {
  const copy = slide.cloneNode(true)
  if (!(copy instanceof HTMLElement)) return ''
  for (const name of shownOnly) copy.removeAttribute(name)
  copy.classList.remove(...states)
  copy.querySelector(':scope > .ink')?.remove()
  if (copy.className === '') copy.removeAttribute('class')
  for (const name of ['display', 'top', '--i', '--n']) copy.style.removeProperty(name)
  if (copy.style.length === 0) copy.removeAttribute('style')
  return copy.outerHTML.replace(/ data-line="\d+"/g, '')
}

/** A deck of reveal.js's own beside the shown one, in which slides are fitted. */
function openStage(html: string): HTMLElement {
  const stage = document.createElement('div')
  stage.className = 'reveal'
  const slides = document.createElement('div')
  slides.className = 'slides'
  slides.innerHTML = html
  stage.append(slides)
  return stage
}

/** `authored`: the slides as they came, by id, before the page fitted them; `root`: the deck as it is shown. */
export function openPatcher(reveal: RevealApi, root: HTMLElement, authored: Map<string, string>): Patcher {
  const shown = root.querySelector<HTMLElement>('.slides') ?? root
  const groupHtml = ({ stack, ids }: Group) => {
    const html = ids.map((id) => authored.get(id) ?? '').join('\n')
    return stack === undefined ? html : `<section data-stack="${stack}">${html}</section>`
  }
  let nodes = new Map(
    [...shown.children].map((node) => {
      const slides = node.matches('[data-stack]') ? [...node.children] : [node]
      return [slides.flatMap(({ id }) => (authored.has(id) ? [id] : [])).join(' '), node]
    }),
  )

  /** Sheets and attributes of the page; whether slides must be fitted anew. */
  function dress({ sheets, root: attributes, title }: LiveUpdate | LiveParts): boolean {
    let remeasure = false
    document.title = title
    for (const [name, css] of Object.entries(sheets)) {
      const sheet = document.querySelector(`style[data-sheet="${name}"]`)
      if (!sheet || sheet.textContent === css) continue
      sheet.textContent = css
      // More letters in the same faces move nothing that stands.
      remeasure ||= name !== 'fonts'
    }
    for (const [name, value] of Object.entries(attributes)) {
      const { documentElement } = document
      if ((documentElement.getAttribute(name) ?? undefined) === value) continue
      if (value === undefined) documentElement.removeAttribute(name)
      else documentElement.setAttribute(name, value)
      remeasure = true
    }
    return remeasure
  }

  /** Fits the groups and gives each its node; slides that came out as they stood stay the nodes they were. */
  async function fitGroups(groups: readonly Group[]): Promise<ReadonlyMap<string, Element>> {
    if (groups.length === 0) return new Map()
    const stage = openStage(groups.map(groupHtml).join('\n'))
    await awaitContent(stage)
    const before = new Map(
      [...shown.querySelectorAll('section[data-layout]')].map((slide) => [slide.id, slide] as const),
    )
    root.style.display = 'none'
    document.body.append(stage)
    fitDeck(stage)
    stage.remove()
    root.style.display = ''
    for (const slide of stage.querySelectorAll('section[data-layout]')) {
      const old = before.get(slide.id)
      if (old && bareHtml(old) === bareHtml(slide)) slide.replaceWith(old)
    }
    const made = [...(stage.firstElementChild?.children ?? [])]
    const first = new Map(groups.map(({ key, ids }) => [ids[0], key]))
    const found = new Map<string, Element>()
    for (const node of made) {
      const id = node.matches('[data-stack]') ? node.firstElementChild?.id : node.id
      const key = first.get(id)
      if (key !== undefined) found.set(key, node)
    }
    return found
  }

  return {
    async apply(update) {
      const place = keepPlace(reveal)
      for (const { id, html } of update.slides) if (html !== undefined) authored.set(id, html)
      const all = dress(update)
      const groups = groupSlides(update.slides)
      const fresh = await fitGroups(groups.filter(({ key, changed }) => all || changed || !nodes.has(key)))
      const wanted = groups.flatMap((group) => {
        const node = fresh.get(group.key) ?? nodes.get(group.key)
        return node ? [[group.key, node] as const] : []
      })
      nodes = new Map(wanted)
      const kept = new Set(nodes.values())
      for (const node of [...shown.children]) if (!kept.has(node)) node.remove()
      let at = shown.firstElementChild
      for (const [, node] of wanted) {
        if (node === at) at = at.nextElementSibling
        else shown.insertBefore(node, at)
      }
      const ids = new Set(update.slides.map(({ id }) => id))
      for (const id of authored.keys()) if (!ids.has(id)) authored.delete(id)
      numberSlides(root)
      place.restore()
    },
  }
}
