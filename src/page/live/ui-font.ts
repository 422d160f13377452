// What a page says itself, in Chinese → its letters, from the server, where the machine's own font has none of them.

const family = 'recap-ui'
let held: FontFace | undefined
let loading: Promise<void> = Promise.resolve()

async function load(query: string): Promise<void> {
  const face = await new FontFace(family, `url("/ui.woff2${query}")`).load().catch(() => undefined)
  if (!face) return
  document.fonts.add(face)
  if (held) document.fonts.delete(held)
  held = face
}

/** Loads the letters, and then has the page draw with them; those loaded before go. `query` says whose words they are. */
export function loadUiFont(query = ''): void {
  // One after the other: what was asked for last stays.
  loading = loading.then(() => load(query))
}

/** Settles when the letters are there, or cannot be had: Chrome does not draw all words anew that it drew without them. */
export const uiFontSettled = (): Promise<void> => loading
