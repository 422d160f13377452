// Text → the clipboard, whatever way of reaching it the page may use.
import { make } from './element.js'

/** Puts text where it can be pasted; pages of other machines than this, or not allowed to, use the clipboard by its older way. */
export async function copy(text: string): Promise<boolean> {
  const written = navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  )
  if (await written) return true
  const focused = document.activeElement
  const area = make('textarea', {}, text)
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return done
}
