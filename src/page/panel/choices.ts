// What there is to try and what is shown → the panel's fields, of which one listener reads what is chosen.
import type { Look, LookState } from '../live-contract.js'
import { make } from './element.js'
import type { PanelWords } from './words.js'

type Choice = { readonly value: string; readonly name: string; readonly colors?: readonly string[] }
type Group = { readonly key: keyof Look; readonly legend: string; readonly choices: readonly Choice[] }

/** Of the names of all fields; the rest is the key of a look. */
const prefix = 'look-'

const swatch = (colors: readonly string[]) => {
  const dots = colors.map((color) => {
    const dot = make('i')
    dot.style.background = color
    return dot
  })
  return make('span', { class: 'panel-swatch', 'aria-hidden': 'true' }, ...dots)
}

/** One of several, by radio buttons: arrow keys go through them. */
function group({ key, legend, choices }: Group, chosen: string): HTMLElement {
  const rows = choices.map(({ value, name, colors = [] }) => {
    const radio = make('input', { type: 'radio', name: prefix + key, value, id: `${prefix}${key}-${value}` })
    radio.checked = value === chosen
    const label = make('span', {}, name)
    return make('label', {}, radio, ...(colors.length > 0 ? [swatch(colors)] : []), label)
  })
  const shape = choices.some(({ colors }) => colors) ? 'panel-cards' : 'panel-row'
  return make(
    'fieldset',
    { class: shape, 'data-key': key },
    make('legend', {}, legend),
    make('div', {}, ...rows),
  )
}

function accentField({ look, shown }: LookState, words: PanelWords): HTMLElement {
  const value = look.accent ?? shown.accent
  const input = make('input', { type: 'color', name: `${prefix}accent`, id: 'look-accent', value })
  const plain = make('button', { type: 'button', id: 'look-accent-plain' }, words.plainAccent)
  plain.hidden = look.accent === undefined
  const label = make('label', { for: 'look-accent' }, words.accent)
  return make('div', { class: 'panel-accent' }, label, input, make('code', {}, value), plain)
}

/** The fields, from top to bottom. */
export function makeChoices(state: LookState, words: PanelWords): readonly HTMLElement[] {
  const { themes, aspects, densities, policies, shown } = state
  const named = (list: readonly string[]) =>
    list.map((value) => ({ value, name: words.names[value] ?? value }))
  const cards = themes.map(({ name, colors }) => ({ value: name, name: words.names[name] ?? name, colors }))
  return [
    group({ key: 'theme', legend: words.theme, choices: cards }, shown.theme),
    accentField(state, words),
    group({ key: 'aspect', legend: words.aspect, choices: named(aspects) }, shown.aspect),
    group({ key: 'density', legend: words.density, choices: named(densities) }, shown.density),
    group({ key: 'remarks', legend: words.remarks, choices: named(policies) }, shown.remarks),
  ]
}

/** What an event of a field chose: one key of a look, or none. */
export function readChoice({ target }: Event): Look {
  if (!(target instanceof HTMLInputElement) || !target.name.startsWith(prefix)) return {}
  return { [target.name.slice(prefix.length)]: target.value }
}
