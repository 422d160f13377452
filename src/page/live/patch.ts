// An update of a served deck → the page with only those talks fitted anew that changed; all other slides stay the nodes they are.
import type { RevealApi } from 'reveal.js'
import { awaitContent } from '../fit/index.js'
import { numberSlides } from '../fit/number-slides.js'
import { fitDeck } from '../fit/plugin.js'
import type { LiveParts, LiveUpdate } from '../live-contract.js'
import { type Group, groupSlides, pairGroups } from './groups.js'
import { keepPlace } from './keep-place.js'
import { type IsRenamed, isSame, reuse, slidesIn } from './reuse.js'

export type Patcher = {
  /** Makes the deck what the update says; what it does not know it must have been told before. */
  readonly apply: (update: LiveUpdate | LiveParts) => Promise<void>
}

/** Groups by their key, each with its node; and the shown slides that now say something else. */
type Fitted = { readonly made: ReadonlyMap<string, Element>; readonly changed: readonly HTMLElement[] }

/** The end of the id of a slide's second part, third part and so on. */
const part = /-\d+-*$/

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

  /** Fits the groups and gives each its node: the one that is shown where that can go on, else a new one. */
  async function fitGroups(
    groups: readonly Group[],
    pairs: ReadonlyMap<string, string>,
    isRenamed: IsRenamed,
  ): Promise<Fitted> {
    const made = new Map<string, Element>()
    const changed: HTMLElement[] = []
    if (groups.length === 0) return { made, changed }
    const stage = openStage(groups.map(groupHtml).join('\n'))
    await awaitContent(stage)
    root.style.display = 'none'
    document.body.append(stage)
    fitDeck(stage)
    stage.remove()
    root.style.display = ''
    const first = new Map(groups.map(({ key, ids }) => [ids[0], key]))
    for (const node of [...(stage.firstElementChild?.children ?? [])]) {
      const key = first.get(node.matches('[data-stack]') ? node.firstElementChild?.id : node.id)
      if (key === undefined) continue
      const old = nodes.get(pairs.get(key) ?? key)
      const anew = old && reuse(old, node, isRenamed)
      if (!anew) keepSame(node)
      made.set(key, anew ? old : node)
      changed.push(...(anew ?? []))
    }
    return { made, changed }
  }

  /** Slides in a new stack that came out as they stood stay the nodes they were. */
  function keepSame(node: Element): void {
    for (const slide of slidesIn(node)) {
      const old = document.getElementById(slide.id)
      if (slide !== node && old && shown.contains(old) && isSame(old, slide)) slide.replaceWith(old)
    }
  }

  return {
    async apply(update) {
      const place = keepPlace(reveal)
      const known = new Set(authored.keys())
      const wantedIds = new Set(update.slides.map(({ id }) => id))
      const isRenamed = (from: string, to: string) =>
        ![from, from.replace(part, '')].some((id) => wantedIds.has(id)) &&
        ![to, to.replace(part, '')].some((id) => known.has(id))
      for (const { id, html } of update.slides) if (html !== undefined) authored.set(id, html)
      const all = dress(update)
      const groups = groupSlides(update.slides)
      const { made, changed } = await fitGroups(
        groups.filter(({ key, changed }) => all || changed || !nodes.has(key)),
        pairGroups(groups, [...nodes.keys()]),
        isRenamed,
      )
      const wanted = groups.flatMap((group) => {
        const node = made.get(group.key) ?? nodes.get(group.key)
        return node ? [[group.key, node] as const] : []
      })
      nodes = new Map(wanted)
      const kept = new Set(nodes.values())
      let moved = all
      for (const node of [...shown.children]) {
        if (kept.has(node)) continue
        node.remove()
        moved = true
      }
      let at = shown.firstElementChild
      for (const [, node] of wanted) {
        if (node === at) at = at.nextElementSibling
        else {
          shown.insertBefore(node, at)
          moved = true
        }
      }
      for (const id of authored.keys()) if (!wantedIds.has(id)) authored.delete(id)
      numberSlides(root)
      if (moved) place.restore()
      else place.tell(changed)
    },
  }
}
