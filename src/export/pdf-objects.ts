// A PDF as Chrome writes it (objects uncompressed, one table of them at the end) → its objects, by number, still as bytes; and back.

export type PdfObject = {
  readonly number: number
  /** The whole object, or a stream's dictionary without its closing `>>`, one byte a character. */
  readonly text: string
  /** A stream's data, as it lies in the file. */
  readonly data?: Uint8Array
}

export type PdfObjects = {
  readonly objects: ReadonlyMap<number, PdfObject>
  /** One more than the largest number. */
  readonly size: number
  readonly root: number
  readonly info: number
}

const bufferOf = (pdf: Uint8Array) => Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)

/** Throws Error when the file is not as Chrome writes it. */
export function readPdfObjects(pdf: Uint8Array): PdfObjects {
  const bytes = bufferOf(pdf)
  const table = Number(/startxref\n(\d+)\n%%EOF\s*$/.exec(bytes.toString('latin1', bytes.length - 64))?.[1])
  const end = bytes.toString('latin1', table)
  const starts = [...end.matchAll(/^(\d{10}) \d{5} n/gm)]
    .map((found) => Number(found[1]))
    .toSorted((one, other) => one - other)
  const objects = new Map<number, PdfObject>()
  starts.forEach((start, index) => {
    const object = readObject(bytes.subarray(start, starts[index + 1] ?? table))
    objects.set(object.number, object)
  })
  const told = (key: string) => Number(new RegExp(`/${key} (\\d+)`).exec(end)?.[1])
  const [size, root, info] = [told('Size'), told('Root'), told('Info')]
  if (!objects.has(root) || !objects.has(info) || !(size > 0)) throw new Error('The PDF has no trailer.')
  return { objects, size, root, info }
}

const openStream = '>> stream\n'

function readObject(bytes: Buffer): PdfObject {
  const stream = bytes.indexOf(openStream)
  const head = bytes.toString('latin1', 0, stream < 0 ? bytes.length : stream)
  const [opening = '', number] = /^(\d+) 0 obj\s/.exec(head) ?? []
  const length = /\/Length (\d+)(?! \d+ R)/.exec(head)?.[1]
  if (stream < 0)
    return { number: Number(number), text: head.slice(opening.length).replace(/\s*endobj\s*$/, '') }
  if (length === undefined) throw new Error(`The PDF’s stream ${number} does not say how long it is.`)
  const from = stream + openStream.length
  return {
    number: Number(number),
    text: head.slice(opening.length),
    data: bytes.subarray(from, from + Number(length)),
  }
}

/** The objects as a file again, as Chrome writes one. */
export function writePdfObjects({ objects, size, root, info }: PdfObjects): Uint8Array {
  const pieces: Uint8Array[] = [Buffer.from('%PDF-1.4\n%\xd3\xeb\xe9\xe1\n', 'latin1')]
  let at = pieces[0]?.length ?? 0
  const table = Array.from({ length: size }, () => '0000000000 65535 f \n')
  for (const { number, text, data } of objects.values()) {
    table[number] = `${String(at).padStart(10, '0')} 00000 n \n`
    const stream = data === undefined ? [] : [Buffer.from(openStream), data, Buffer.from('\nendstream')]
    const piece = Buffer.concat([
      Buffer.from(`${number} 0 obj\n${text}`, 'latin1'),
      ...stream,
      Buffer.from('\nendobj\n'),
    ])
    pieces.push(piece)
    at += piece.length
  }
  const trailer = `trailer\n<</Size ${size}\n/Root ${root} 0 R\n/Info ${info} 0 R>>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.concat([...pieces, Buffer.from(`xref\n0 ${size}\n${table.join('')}${trailer}`, 'latin1')])
}
