// A deck that is shown by reveal.js → what its audience sees, and keys pressed together.
import type { Page } from '../../src/chrome/puppeteer.js'

type Key = Parameters<Page['keyboard']['press']>[0]

/** A page of the program's own Chrome, or of any other. */
type AnyPage = {
  readonly evaluate: (script: string) => Promise<unknown>
  readonly keyboard: {
    down(key: Key): Promise<void>
    up(key: Key): Promise<void>
    press(key: Key): Promise<void>
  }
}

/** The id of the slide that is shown; the address follows a second later. */
export const currentSlide = async (page: AnyPage): Promise<string> =>
  String(await page.evaluate('Reveal.getCurrentSlide().id'))

/** Presses keys together, the last of them once: `press(page, 'Control', 'Shift', 'F')`. */
export async function press({ keyboard }: AnyPage, ...keys: readonly Key[]): Promise<void> {
  const held = keys.slice(0, -1)
  const last = keys.at(-1)
  for (const key of held) await keyboard.down(key)
  if (last) await keyboard.press(last)
  for (const key of held.toReversed()) await keyboard.up(key)
}
