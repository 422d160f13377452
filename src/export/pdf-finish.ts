// A PDF as Chrome printed it → the same with dates that do not depend on the day it was made.

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
 * Sets creation and modification date in place. Chrome writes them uncompressed and with a fixed length
 * (`D:20260101120000+00'00'`), so that nothing in the file moves.
 */
export function setDates(pdf: Uint8Array, date: Date): Uint8Array {
  const stamp = `D:${date.toISOString().replace(/\D/g, '').slice(0, 14)}+00'00'`
  const bytes = Buffer.from(pdf)
  const text = bytes.toString('latin1')
  for (const found of text.matchAll(/\/(?:CreationDate|ModDate) \((D:\d{14}[+-]\d\d'\d\d')\)/g)) {
    const old = found[1] ?? ''
    if (old.length === stamp.length) bytes.write(stamp, found.index + found[0].indexOf(old), 'latin1')
  }
  return bytes
}
