// Keys pressed on the speaker's page → its own few, and reveal.js's for moving the deck, which go on to the deck in the frame.

/** Keys of reveal.js that move the deck, black it out or show all of it. */
const passedOn = new Set(
  [
    'ArrowLeft ArrowRight ArrowUp ArrowDown PageUp PageDown Home End Enter Escape',
    'n p h j k l b v o N P H J K L B V O . ,',
  ].flatMap((keys) => keys.split(' ')),
).add(' ')

export type OwnKeys = Readonly<Record<string, (event: KeyboardEvent) => void>>

/** Listens on the page, and on the deck's own page for when somebody clicked into it. */
export function bindKeys(frame: HTMLIFrameElement, own: OwnKeys): void {
  const runOwn = (event: KeyboardEvent): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false
    const run = own[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!run) return false
    event.preventDefault()
    event.stopImmediatePropagation()
    run(event)
    return true
  }
  document.addEventListener('keydown', (event) => {
    if (runOwn(event) || !passedOn.has(event.key) || event.ctrlKey || event.metaKey) return
    // Enter and the space bar press the button they stand on.
    const onButton = event.target instanceof HTMLButtonElement
    if (onButton && (event.key === ' ' || event.key === 'Enter')) return
    event.preventDefault()
    const { key, code, keyCode, shiftKey, altKey } = event
    const init = { key, code, keyCode, which: keyCode, shiftKey, altKey, bubbles: true }
    frame.contentDocument?.dispatchEvent(new KeyboardEvent('keydown', init))
  })
  const listenInside = () => frame.contentDocument?.addEventListener('keydown', runOwn, { capture: true })
  frame.addEventListener('load', listenInside)
  listenInside()
}
