// One line, or one block, of Markdown → safe HTML and its plain text.
import { remember } from '../shared/remember.js'
import { escapeHtml } from '../shared/text.js'
import { isOverMarked } from './limits.js'
import { markdown } from './markdown.js'
import type { Inline } from './notes.js'
import { sanitizeBlock, sanitizeInline, textOfHtml } from './sanitize.js'
import { replaceShortcodes } from './shortcodes.js'

/** A presented deck is read again at each save, and has few new lines. */
const readMarked = remember((trimmed): Inline => {
  // Cells, items and blocks written as HTML in a line are parted by a space.
  const parsed = markdown.parseInline(
    trimmed.replace(/(?<=<\/(?:td|th|tr|li|p|div|dt|dd|h[1-6])>)(?=<)/gi, ' '),
  )
  const html = replaceShortcodes(sanitizeInline(typeof parsed === 'string' ? parsed : '').trim())
  return { html, text: textOfHtml(html) }
}, 4096)

/** Reads emphasis, code, links and the few HTML tags the allow-list knows; everything else stays as typed. */
export function readInline(source: string): Inline {
  const trimmed = source.trim()
  if (isOverMarked(trimmed)) return { html: escapeHtml(trimmed), text: trimmed }
  // Most lines hold no markup at all; the parser is only asked where it could find some.
  if (!/[*_`~[\]<>&\\!|@:$]|www\./.test(trimmed))
    return { html: trimmed.replaceAll('"', '&quot;'), text: trimmed }
  return readMarked(trimmed)
}

/** Renders one block (table, code, quote, image) to safe HTML. */
export function readBlock(source: string): Inline {
  const parsed = markdown.parse(source)
  const html = replaceShortcodes(sanitizeBlock(typeof parsed === 'string' ? parsed : '').trim())
  return { html, text: textOfHtml(html) }
}

const codeSpan = /<code[^>]*>([^<]*)<\/code>/g

/** Where in the text its code and formulas stand: they are not read like words, and never cut. */
function wholesOf({ html }: Inline): readonly (readonly [number, number])[] {
  if (!html.includes('<code')) return []
  let seen = 0
  let from = 0
  return [...html.matchAll(codeSpan)].map((found) => {
    const start = seen + textOfHtml(html.slice(from, found.index)).length
    seen = start + textOfHtml(found[1] ?? '').length
    from = found.index + found[0].length
    return [start, seen] as const
  })
}

/** The text with a plain letter for each one in code and formulas, where no colon, comma or arrow means what it says. */
export function veilCode(inline: Inline): string {
  return wholesOf(inline).reduce(
    (text, [start, end]) => text.slice(0, start) + 'o'.repeat(end - start) + text.slice(end),
    inline.text,
  )
}

const tagOrText = /<(\/?)([a-z0-9]+)[^>]*>|&(?:#\d+|\w+);|[^<]/gi
const voidTags = new Set(['br', 'img', 'input'])

/**
 * Cuts safe inline HTML after so many characters of its text, into two that stand by themselves: tags open at the cut
 * are closed before it and opened again after it. `wanted` counts UTF-16 units of `text`; within code or a formula the
 * cut is made after it.
 */
export function cutInline(inline: Inline, wanted: number): readonly [Inline, Inline] {
  const { html, text } = inline
  const at = wholesOf(inline).find(([start, end]) => wanted > start && wanted < end)?.[1] ?? wanted
  if (html === text) {
    return [
      { html: html.slice(0, at), text: text.slice(0, at) },
      { html: html.slice(at), text: text.slice(at) },
    ]
  }
  const open: { readonly tag: string; readonly name: string }[] = []
  let seen = 0
  let index = 0
  for (const found of html.matchAll(tagOrText)) {
    const [piece, slash, name] = found
    const closing = slash === '/'
    // A tag that only closes still belongs to what stands before the cut.
    if (seen >= at && !closing) break
    index = found.index + piece.length
    if (name === undefined) seen += piece.startsWith('&') ? 1 : piece.length
    else if (closing) open.pop()
    else if (name === 'br') seen += 1
    else if (!voidTags.has(name)) open.push({ tag: piece, name })
  }
  const closed = open
    .map(({ name }) => `</${name}>`)
    .reverse()
    .join('')
  const opened = open.map(({ tag }) => tag).join('')
  const left = { html: html.slice(0, index) + closed, text: text.slice(0, at) }
  return [left, { html: opened + html.slice(index), text: text.slice(at) }]
}

/** Characters `from` to `to` of inline HTML, without the space around them. */
export function sliceInline(inline: Inline, from: number, to: number = inline.text.length): Inline {
  const [before] = cutInline(inline, to)
  const [, within] = cutInline(before, from)
  return { html: within.html.trim(), text: within.text.trim() }
}
