// The formats there are → a button for each, and how far it is; at the end a link to the file.
import type { Exporting, FormatOffer } from '../live-contract.js'
import { isOff, make } from './element.js'
import { post } from './post.js'
import type { PanelWords } from './words.js'

export type Exports = {
  readonly root: HTMLElement
  /** Shows how far a format is. */
  readonly tell: (exporting: Exporting) => void
}

/** Buttons for the formats. While one is made, none of them can be pressed; the one that was pressed keeps the focus. */
export function makeExports(formats: readonly FormatOffer[], words: PanelWords): Exports {
  const rows = new Map<string, { readonly button: HTMLButtonElement; readonly said: HTMLElement }>()
  const list = make('ul', { class: 'panel-formats' })
  for (const { name, forSpeaker } of formats) {
    const button = make('button', { type: 'button', 'data-format': name }, words.names[name] ?? name)
    const said = make('span', { role: 'status' })
    button.addEventListener('click', () => {
      if (!isOff(button)) post('/export', { format: name })
    })
    rows.set(name, { button, said })
    list.append(make('li', {}, button, ...(forSpeaker ? [make('small', {}, words.forSpeaker)] : []), said))
  }
  const root = make('section', {}, make('h3', {}, words.export), list)
  return {
    root,
    tell({ format, state, words: told, href }) {
      for (const { button } of rows.values()) button.ariaDisabled = String(state === 'busy')
      const row = rows.get(format)
      if (!row) return
      row.said.dataset['state'] = state
      if (state === 'busy') row.said.textContent = words.busy
      else if (state === 'failed') row.said.textContent = `${words.failed} ${told}`
      else row.said.replaceChildren(`${words.done} `, href ? make('a', { href, download: true }, told) : told)
    },
  }
}
