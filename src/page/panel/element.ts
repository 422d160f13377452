// A name, attributes and what it holds → an element.

type Held = string | Node

/** Whether a button is there and can do nothing now. A disabled one would lose the focus, and with it the keys. */
export const isOff = (button: Element): boolean => button.ariaDisabled === 'true'

/** Makes an element. Attributes that are `undefined` or false are left out; true ones are empty. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  ...held: readonly Held[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value)
  made.append(...held)
  return made
}
