// Pages' contents → the same, with what several pages draw alike (a grid of lines, a pattern of dots) in the file once. A
// page's content may be a list of streams, which readers take as one (ISO 32000-1, 7.8.2).
import type { PdfObject, PdfObjects } from './pdf-objects.js'

/** A piece of its own costs some 70 bytes, and its neighbours squeeze worse without it: smaller ones are left. */
const smallestPiece = 600
/** Contents are cut after whatever draws, clips or ends something: never within what belongs together. */
const cut = (content: string): readonly string[] => content.split(/(?<=\n(?:f\*?|S|B|Q|ET|EMC|n)\n)/)

/** The number of a page's content; NaN for every other object. */
export const contentOf = ({ text }: PdfObject): number =>
  Number(/\/Type \/Page\n[\s\S]*\/Contents (\d+) 0 R/.exec(text)?.[1])

/** Pages' contents must not be squeezed. */
export function shareContents(pdf: PdfObjects): PdfObjects {
  const objects = new Map(pdf.objects)
  let { size } = pdf
  const add = (text: string) => {
    const number = size++
    objects.set(number, { number, text: '<<', data: Buffer.from(text, 'latin1') })
    return number
  }
  const pages = [...pdf.objects.values()].flatMap((page) => {
    const content = pdf.objects.get(contentOf(page))
    return content?.data === undefined || content.text.includes('/Filter')
      ? []
      : [{ page, content, pieces: cut(textOf(content)) }]
  })
  const seen = new Map<string, number>()
  for (const { pieces } of pages)
    for (const piece of new Set(pieces))
      if (piece.length >= smallestPiece) seen.set(piece, (seen.get(piece) ?? 0) + 1)
  const shared = new Map<string, number>()
  for (const { page, content, pieces } of pages) {
    if (!pieces.some((piece) => (seen.get(piece) ?? 0) > 1)) continue
    const list: number[] = []
    let own = ''
    const close = () => {
      if (own !== '') list.push(add(own))
      own = ''
    }
    for (const piece of pieces) {
      if ((seen.get(piece) ?? 0) < 2) {
        own += piece
        continue
      }
      close()
      const number = shared.get(piece) ?? add(piece)
      shared.set(piece, number)
      list.push(number)
    }
    close()
    objects.delete(content.number)
    const refs = list.map((number) => `${number} 0 R`).join(' ')
    objects.set(page.number, {
      ...page,
      text: page.text.replace(/\/Contents \d+ 0 R/, `/Contents [${refs}]`),
    })
  }
  return { ...pdf, objects, size }
}

const textOf = ({ data = new Uint8Array() }: PdfObject): string =>
  Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1')
