// An update of a served deck → the page with only those talks fitted anew that changed; all other slides stay the nodes they are.
import type { RevealApi } from 'reveal.js'
import { awaitContent } from '../fit/index.js'
import { numberSlides } from '../fit/number-slides.js'
import { fitDeck } from '../fit/plugin.js'
import { markSteps } from '../fragments.js'
import type { LiveParts, LiveUpdate } from '../live-contract.js'
import { whileHidden } from '../while-hidden.js'
import { type Group, groupSlides, pairGroups } from './groups.js'
import { holdFaces } from './hold-faces.js'
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

  const { documentElement } = document
  /** What an update changes of the page's sheets and attributes. */
  function findDress({ sheets, root: attributes }: LiveUpdate | LiveParts) {
    const newSheets = Object.entries(sheets).flatMap(([name, css]) => {
      const sheet = document.querySelector(`style[data-sheet="${name}"]`)
      return sheet && sheet.textContent !== css ? [{ name, sheet, css }] : []
    })
    const newAttributes = Object.entries(attributes).filter(
      ([name, value]) => (documentElement.getAttribute(name) ?? undefined) !== value,
    )
    // More letters in the same faces move nothing that stands.
    const all = newAttributes.length > 0 || newSheets.some(({ name }) => !['fonts', 'late'].includes(name))
    return { newSheets, newAttributes, all }
  }
  function dress({ newSheets, newAttributes }: ReturnType<typeof findDress>): void {
    for (const { sheet, css } of newSheets) sheet.textContent = css
    for (const [name, value] of newAttributes) {
      if (value === undefined) documentElement.removeAttribute(name)
      else documentElement.setAttribute(name, value)
    }
  }

  /** Fits the groups and gives each its node: the one that is shown where that can go on, else a new one. */
  function fitGroups(
    groups: readonly Group[],
    stage: HTMLElement,
    pairs: ReadonlyMap<string, string>,
    isRenamed: IsRenamed,
  ): Fitted {
    const made = new Map<string, Element>()
    const changed: HTMLElement[] = []
    if (groups.length === 0) return { made, changed }
    whileHidden(root, () => {
      document.body.append(stage)
      fitDeck(stage)
      markSteps(stage, reveal)
      stage.remove()
    })
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
      const known = new Set(authored.keys())
      const wantedIds = new Set(update.slides.map(({ id }) => id))
      const isRenamed = (from: string, to: string) =>
        ![from, from.replace(part, '')].some((id) => wantedIds.has(id)) &&
        ![to, to.replace(part, '')].some((id) => known.has(id))
      for (const { id, html } of update.slides) if (html !== undefined) authored.set(id, html)
      const outfit = findDress(update)
      const { all } = outfit
      const groups = groupSlides(update.slides)
      const anew = groups.filter(({ key, changed }) => all || changed || !nodes.has(key))
      const stage = openStage(anew.map(groupHtml).join('\n'))
      // From here on nothing is waited for: what is seen next is the whole of it.
      const [faces] = await Promise.all([
        holdFaces(outfit.newSheets.map(({ css }) => css)),
        awaitContent(stage),
      ])
      const place = keepPlace(reveal)
      document.title = update.title
      faces.lend()
      dress(outfit)
      const pairs = pairGroups(groups, [...nodes.keys()])
      const { made, changed } = fitGroups(anew, stage, pairs, isRenamed)
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
      faces.giveBack()
    },
  }
}
