// What there is to try and what is shown → the panel's fields; each tells what was chosen.
import type { Look, LookState } from '../live-contract.js'
import { make } from './element.js'
import type { PanelWords } from './words.js'

type Tell = (key: keyof Look, words: string | undefined) => void

type Choice = { readonly value: string; readonly name: string; readonly colors?: readonly string[] }
type Group = { readonly key: keyof Look; readonly legend: string; readonly choices: readonly Choice[] }

const swatch = (colors: readonly string[]) => {
  const dots = colors.map((color) => {
    const dot = make('i')
    dot.style.background = color
    return dot
  })
  return make('span', { class: 'panel-swatch', 'aria-hidden': 'true' }, ...dots)
}

/** One of several, by radio buttons: arrow keys go through them. */
function group({ key, legend, choices }: Group, chosen: string, tell: Tell): HTMLElement {
  const rows = choices.map(({ value, name, colors = [] }) => {
    const radio = make('input', { type: 'radio', name: `look-${key}`, value, id: `look-${key}-${value}` })
    radio.checked = value === chosen
    radio.addEventListener('change', () => tell(key, value))
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

function accentField({ look, shown }: LookState, words: PanelWords, tell: Tell): HTMLElement {
  const input = make('input', { type: 'color', id: 'look-accent', value: look.accent ?? shown.accent })
  input.addEventListener('input', () => tell('accent', input.value))
  const plain = make('button', { type: 'button', id: 'look-accent-plain' }, words.plainAccent)
  plain.hidden = look.accent === undefined
  plain.addEventListener('click', () => tell('accent', undefined))
  const label = make('label', { for: 'look-accent' }, words.accent)
  return make(
    'div',
    { class: 'panel-accent' },
    label,
    input,
    make('code', {}, look.accent ?? shown.accent),
    plain,
  )
}

/** The fields, from top to bottom. */
export function makeChoices(state: LookState, words: PanelWords, tell: Tell): readonly HTMLElement[] {
  const { themes, aspects, densities, policies, shown } = state
  const named = (list: readonly string[]) =>
    list.map((value) => ({ value, name: words.names[value] ?? value }))
  const cards = themes.map(({ name, colors }) => ({ value: name, name: words.names[name] ?? name, colors }))
  return [
    group({ key: 'theme', legend: words.theme, choices: cards }, shown.theme, tell),
    accentField(state, words, tell),
    group({ key: 'aspect', legend: words.aspect, choices: named(aspects) }, shown.aspect, tell),
    group({ key: 'density', legend: words.density, choices: named(densities) }, shown.density, tell),
    group({ key: 'remarks', legend: words.remarks, choices: named(policies) }, shown.remarks, tell),
  ]
}
