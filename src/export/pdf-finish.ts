// A PDF as Chrome printed it → the same with links to its own pages, and how many it has. Links are written over what
// stands there, which is never shorter: nothing in the file moves.

/** How many pages the PDF says it has: the largest /Count of its page tree. */
export function countPages(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  let most = 0
  for (const found of text.matchAll(
    /\/Type \/Pages\b[^>]*?\/Count (\d+)|\/Count (\d+)[^>]*?\/Type \/Pages\b/g,
  )) {
    most = Math.max(most, Number(found[1] ?? found[2]))
  }
  return most
}

/**
 * Makes links to `<origin>page/12` lead to the page that shows the twelfth slide, and nowhere if none does; `pageOf`
 * tells on which page, from 0, a slide stands; every slide has its own when not given. Chrome writes objects uncompressed, each page's before the next one's.
 */
export function setPageLinks(
  pdf: Uint8Array,
  origin: string,
  pageOf = (slide: number): number => slide - 1,
): Uint8Array {
  const bytes = Buffer.from(pdf)
  const text = bytes.toString('latin1')
  const pages = [...text.matchAll(/(\d+) 0 obj\n<<\/Type \/Page\n/g)].map((found) => found[1])
  for (const found of text.matchAll(/\/A <<[^<>]*?\/URI \(([^()]*)\)>>/g)) {
    const [action, address = ''] = found
    if (!address.startsWith(`${origin}page/`)) continue
    const number = Number(address.slice(origin.length + 'page/'.length))
    const page = pages[pageOf(number)]
    const leads = page === undefined ? '' : `/Dest [${page} 0 R /Fit]`
    bytes.write(leads.padEnd(action.length), found.index, 'latin1')
  }
  return bytes
}
