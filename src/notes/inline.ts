// One line of Markdown → safe inline HTML and its plain text.
import { Marked } from 'marked'
import type { Inline } from './notes.js'
import { sanitizeHtml, textOfHtml } from './sanitize.js'

const marked = new Marked({ gfm: true, async: false })

/** Reads emphasis, code, links and the few HTML tags the allow-list knows; everything else stays as typed. */
export function readInline(source: string): Inline {
  const trimmed = source.trim()
  // Most lines hold no markup at all; the parser is only asked where it could find some.
  if (!/[*_`~[\]<>&\\!|@:]|www\./.test(trimmed))
    return { html: trimmed.replaceAll('"', '&quot;'), text: trimmed }
  const parsed = marked.parseInline(trimmed)
  const html = sanitizeHtml(typeof parsed === 'string' ? parsed : '').trim()
  return { html, text: textOfHtml(html) }
}

/** Renders one block (table, code, quote, image) to safe HTML. */
export function readBlock(source: string): Inline {
  const parsed = marked.parse(source)
  const html = sanitizeHtml(typeof parsed === 'string' ? parsed : '').trim()
  return { html, text: textOfHtml(html) }
}
