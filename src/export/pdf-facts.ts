// What a deck is called, who made it and what it is about → the facts of its PDF, both as old readers look for them (the
// Info dictionary) and as new ones do (XMP, ISO 16684-1), and its date: not that of the day it was made.
import type { DeckFacts } from '../deck/deck.js'
import { escapeHtml } from '../shared/text.js'
import type { PdfObjects } from './pdf-objects.js'

/** Letters below U+0080 as they are, else UTF-16 with a byte-order mark (ISO 32000-1, 7.9.2.2). */
function textString(text: string): string {
  if (/^[\x20-\x7E]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`
  const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()
  return `<${utf16.toString('hex').toUpperCase()}>`
}

function writeXmp(
  { title, lang, author, subject, keywords, generator }: DeckFacts,
  date: Date,
  producer: string,
) {
  const stamp = date.toISOString().replace(/\.\d+Z$/, 'Z')
  const element = (name: string, value: string | undefined) =>
    value === undefined ? '' : `<${name}>${escapeHtml(value)}</${name}>`
  const listed = (name: string, kind: 'Seq' | 'Bag', values: readonly string[]) =>
    values.length === 0
      ? ''
      : `<${name}><rdf:${kind}>${values.map((value) => element('rdf:li', value)).join('')}</rdf:${kind}></${name}>`
  const spoken = (name: string, value: string | undefined) =>
    value === undefined
      ? ''
      : `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(value)}</rdf:li></rdf:Alt></${name}>`
  const words = (keywords ?? '').split(/[,;，；、]/).map((word) => word.trim())
  const facts = [
    element('dc:format', 'application/pdf'),
    spoken('dc:title', title),
    listed('dc:creator', 'Seq', author === undefined ? [] : [author]),
    spoken('dc:description', subject),
    listed('dc:subject', 'Bag', words.filter(Boolean)),
    listed('dc:language', 'Bag', [lang]),
    element('xmp:CreateDate', stamp),
    element('xmp:ModifyDate', stamp),
    element('xmp:MetadataDate', stamp),
    element('xmp:CreatorTool', generator),
    element('pdf:Producer', producer),
    element('pdf:Keywords', keywords),
  ]
  const names = [
    'rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"',
    'dc="http://purl.org/dc/elements/1.1/"',
    'xmp="http://ns.adobe.com/xap/1.0/"',
    'pdf="http://ns.adobe.com/pdf/1.3/"',
  ].map((name) => `xmlns:${name}`)
  const [rdf, ...others] = names
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF ${rdf}><rdf:Description rdf:about="" ${others.join(' ')}>`,
    ...facts.filter(Boolean),
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n')
}

/** The PDF with these facts in place of those Chrome wrote, which end with the time of the print. */
export function setFacts(pdf: PdfObjects, facts: DeckFacts, date: Date): PdfObjects {
  const stamp = `(D:${date.toISOString().replace(/\D/g, '').slice(0, 14)}+00'00')`
  const printed = pdf.objects.get(pdf.info)?.text ?? ''
  const producer = /\/Producer \(([^()\\]*)\)/.exec(printed)?.[1] ?? 'Chromium'
  const entry = (key: string, value: string | undefined) =>
    value === undefined ? [] : [`/${key} ${textString(value)}`]
  const info = [
    ...entry('Title', facts.title),
    ...entry('Author', facts.author),
    ...entry('Subject', facts.subject),
    ...entry('Keywords', facts.keywords),
    ...entry('Creator', facts.generator),
    ...entry('Producer', producer),
    `/CreationDate ${stamp}`,
    `/ModDate ${stamp}`,
  ].join('\n')
  const xmp = Buffer.from(writeXmp(facts, date, producer))
  const { size } = pdf
  const catalog = pdf.objects.get(pdf.root)?.text ?? ''
  const objects = new Map(pdf.objects)
  objects.set(pdf.info, { number: pdf.info, text: `<<${info}>>` })
  objects.set(pdf.root, { number: pdf.root, text: catalog.replace(/>>\s*$/, `\n/Metadata ${size} 0 R>>`) })
  // Not squeezed, so that what knows no PDF can read it too (ISO 16684-3).
  objects.set(size, {
    number: size,
    text: `<</Type /Metadata\n/Subtype /XML\n/Length ${xmp.length}`,
    data: xmp,
  })
  return { ...pdf, objects, size: size + 1 }
}
