// Any file we make → all text that can be got out of it by any means, for proving that something is not in it.
import { inflateRawSync, inflateSync } from 'node:zlib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Chrome } from '../../src/chrome/chrome.js'
import { openDeck } from '../../src/chrome/open-deck.js'

/** Bytes as text in each way that text is written: one byte a letter, UTF-8, both orders of UTF-16, and hexadecimal. */
function readings(bytes: Uint8Array): readonly string[] {
  const buffer = Buffer.from(bytes)
  const latin = buffer.toString('latin1')
  const even = buffer.subarray(0, buffer.length - (buffer.length % 2))
  const hex = [...latin.matchAll(/<([0-9A-Fa-f\s]{4,})>/g)].map(([, digits = '']) =>
    Buffer.from(digits.replace(/\s/g, ''), 'hex'),
  )
  return [
    latin,
    buffer.toString('utf8'),
    even.toString('utf16le'),
    Buffer.from(even).swap16().toString('utf16le'),
    ...hex.flatMap((one) => [one.toString('latin1'), one.toString('latin1').replaceAll('\0', '')]),
  ]
}

const inflated = (bytes: Uint8Array, inflate: (bytes: Uint8Array) => Uint8Array): readonly Uint8Array[] => {
  try {
    return [inflate(bytes)]
  } catch {
    return []
  }
}

/** Markup's words with the tags gone: what is cut into runs of letters is whole again. */
const withoutTags = (text: string) => text.replace(/<[^>]*>/g, '')

async function readPdfFile(bytes: Uint8Array): Promise<readonly string[]> {
  const texts: string[] = []
  const file = Buffer.from(bytes)
  for (const { index, 0: opening } of file.toString('latin1').matchAll(/stream\r?\n/g)) {
    const from = index + opening.length
    const end = file.indexOf('endstream', from)
    for (const stream of inflated(file.subarray(from, end), (data) => inflateSync(data, { finishFlush: 2 })))
      texts.push(...readings(stream))
  }
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''), JSON.stringify(items))
    texts.push(JSON.stringify(await page.getAnnotations()), JSON.stringify(await page.getStructTree()))
  }
  const { info, metadata } = await document.getMetadata()
  const rest = [
    info,
    [...(metadata ?? [])],
    await document.getOutline(),
    await document.getAttachments(),
    await document.getJSActions(),
    await document.getFieldObjects(),
  ]
  texts.push(...rest.map((one) => JSON.stringify(one) ?? ''))
  await task.destroy()
  return texts
}

function readPng(bytes: Uint8Array): readonly string[] {
  const file = Buffer.from(bytes)
  const texts: string[] = []
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at)
    const data = file.subarray(at + 8, at + 8 + length)
    const type = file.toString('latin1', at + 4, at + 8)
    if (type !== 'IDAT') texts.push(type, ...readings(data))
    // Compressed texts begin after a keyword that ends in a zero byte.
    for (let from = data.indexOf(0); /^[zi]TXt$/.test(type) && from >= 0; from = data.indexOf(0, from + 1))
      for (const start of [from + 1, from + 2])
        texts.push(...inflated(data.subarray(start), inflateSync).flatMap(readings))
    at += 12 + length
  }
  return texts
}

/** The names and contents of a zip, by its directory at the end. */
async function readZip(bytes: Uint8Array, chrome: Chrome): Promise<readonly string[]> {
  const file = Buffer.from(bytes)
  const texts: string[] = [file.toString('utf8')]
  let at = file.readUInt32LE(file.lastIndexOf('PK\x05\x06') + 16)
  while (file.toString('latin1', at, at + 4) === 'PK\x01\x02') {
    const [method, size, local] = [
      file.readUInt16LE(at + 10),
      file.readUInt32LE(at + 20),
      file.readUInt32LE(at + 42),
    ]
    const [name, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset))
    texts.push(file.toString('utf8', at + 46, at + 46 + (name ?? 0)))
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const data = file.subarray(from, from + size)
    const part = method === 0 ? data : inflateRawSync(data)
    texts.push(...(part.length === 0 ? [] : await readAllText(part, chrome)))
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return texts
}

/** The page's source, what it carries in data: addresses, and the page itself once its script has run. */
async function readPage(bytes: Uint8Array, chrome: Chrome): Promise<readonly string[]> {
  const html = Buffer.from(bytes).toString('utf8')
  const carried = [...html.matchAll(/;base64,([A-Za-z0-9+/=]+)/g)].map(([, data]) =>
    Buffer.from(data ?? '', 'base64'),
  )
  const carriedTexts = await Promise.all(carried.map((data) => readAllText(data, chrome)))
  const escaped = [...html.matchAll(/data:[\w/+-]+,([^"')\s]+)/g)].map(([, data]) => unescape(data ?? ''))
  await using open = await openDeck(chrome, html, { mode: '' })
  const shown = await open.page.evaluate(() => {
    const all = [...document.querySelectorAll('*')]
    const attributes = all.flatMap((element) => [...element.attributes].map(({ value }) => value))
    return [document.documentElement.outerHTML, document.documentElement.textContent ?? '', ...attributes]
  })
  return [...carriedTexts.flat(), ...escaped, ...shown]
}

/** All texts in a file. Throws Error for a kind of file it knows nothing of: then it must learn to read it. */
export async function readAllText(bytes: Uint8Array, chrome: Chrome): Promise<readonly string[]> {
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  const plain = readings(bytes)
  const both = [...plain, ...plain.map(withoutTags)]
  if (start.startsWith('%PDF-')) return [...both, ...(await readPdfFile(bytes))]
  if (start.startsWith('\x89PNG')) return readPng(bytes)
  if (start.startsWith('PK\x03\x04')) return readZip(bytes, chrome)
  if (/^<!doctype html/i.test(start)) return [...both, ...(await readPage(bytes, chrome))]
  // Parts of others: faces, JPEG, WebP and GIF pictures hold no text of ours; XML and SVG are read as they are.
  if (/^(wOF2|\xFF\xD8|RIFF|GIF8)/.test(start)) return plain
  if (/^[\uFEFF\xEF\xBB\xBF\s]*[<{[]/.test(start)) return both
  throw new Error(`Nothing is known of a file that begins with “${start.slice(0, 16)}”.`)
}
