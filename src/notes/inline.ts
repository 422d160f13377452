// One line, or one block, of Markdown → safe HTML and its plain text.
import { escapeHtml } from '../shared/text.js'
import { isOverMarked } from './limits.js'
import { markdown } from './markdown.js'
import type { Inline } from './notes.js'
import { sanitizeBlock, sanitizeInline, textOfHtml } from './sanitize.js'

/** Reads emphasis, code, links and the few HTML tags the allow-list knows; everything else stays as typed. */
export function readInline(source: string): Inline {
  const trimmed = source.trim()
  if (isOverMarked(trimmed)) return { html: escapeHtml(trimmed), text: trimmed }
  // Most lines hold no markup at all; the parser is only asked where it could find some.
  if (!/[*_`~[\]<>&\\!|@:]|www\./.test(trimmed))
    return { html: trimmed.replaceAll('"', '&quot;'), text: trimmed }
  const parsed = markdown.parseInline(trimmed)
  const html = sanitizeInline(typeof parsed === 'string' ? parsed : '').trim()
  return { html, text: textOfHtml(html) }
}

/** Renders one block (table, code, quote, image) to safe HTML. */
export function readBlock(source: string): Inline {
  const parsed = markdown.parse(source)
  const html = sanitizeBlock(typeof parsed === 'string' ? parsed : '').trim()
  return { html, text: textOfHtml(html) }
}
