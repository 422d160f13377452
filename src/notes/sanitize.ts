// HTML made from the author's Markdown → HTML that can run nothing, load nothing and style nothing.
import sanitize from 'sanitize-html'

// What Markdown itself makes, and the few inline tags people type by hand. No ids (they could shadow the deck's own),
// no styles, no data- attributes (reveal.js acts on those), and no class but those that name a program's language and a formula.
const inlineTags = [
  'a',
  'abbr',
  'b',
  'br',
  'code',
  'del',
  'em',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'small',
  'strong',
  'sub',
  'sup',
  'u',
]
const blockTags = [
  'p',
  'blockquote',
  'cite',
  'ul',
  'ol',
  'li',
  'pre',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'figure',
  'figcaption',
  'img',
  'input',
]

/** Tags of web pages that only arrange: their text stays, they go. */
export const plainTags: readonly string[] = [
  ...[
    'div',
    'span',
    'section',
    'article',
    'header',
    'footer',
    'main',
    'nav',
    'aside',
    'center',
    'font',
    'picture',
  ],
  ...[
    'details',
    'summary',
    'dl',
    'dt',
    'dd',
    'label',
    'tt',
    'big',
    'wbr',
    'hr',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
  ],
]

/** Every tag that may stand in notes. */
export const allowedTags: readonly string[] = [...inlineTags, ...blockTags]

const options: sanitize.IOptions = {
  allowedAttributes: {
    a: ['href', 'title'],
    abbr: ['title'],
    img: ['src', 'alt', 'title', 'width'],
    th: ['align', 'scope'],
    td: ['align'],
    ol: ['start'],
    input: [{ name: 'type', values: ['checkbox'] }, 'checked', 'disabled'],
  },
  allowedClasses: { code: [/^language-[^\s"'<>&]{1,60}$/, 'math'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: { img: ['data', 'http', 'https'] },
  allowedSchemesAppliedToAttributes: ['href', 'src'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 120,
}

function sanitizeTags(html: string, tags: readonly string[]): string {
  if (!html.includes('<')) return html
  // A link whose address was not allowed is text.
  return sanitize(html, { ...options, allowedTags: [...tags] }).replace(/<a>([\s\S]*?)<\/a>/g, '$1')
}

/** The safe part of a block's HTML. Text is kept, except what stands inside script, style and the like. */
export const sanitizeBlock = (html: string): string => sanitizeTags(html, allowedTags)

/** The same for a line: no tags that would open a paragraph, list or table. */
export const sanitizeInline = (html: string): string => sanitizeTags(html, [...inlineTags, 'img'])

/** The text of HTML that has already been sanitised. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<br\s*\/?>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&nbsp;', '\u00A0')
    .replaceAll('&amp;', '&')
}
