// A program's text → the same text as HTML, its tokens in spans with a class each. The only file that loads grammars and
// their engine, so it is imported when there is something to mark and not before.
import { createJavaScriptRegexEngine } from '@shikijs/engine-javascript'
import { codeToTokensBase, createShikiPrimitiveAsync, type ShikiPrimitive } from '@shikijs/primitive'
import { escapeHtml } from '../shared/text.js'

type Kind = { readonly className: string; readonly scopes: readonly string[] }

// Few kinds, so that code is read and not admired: what is named, what is said, what is a value, what is an aside.
// Scopes as TextMate grammars name them; the deepest that is listed wins.
const kinds: readonly Kind[] = [
  {
    className: '',
    scopes: [
      'keyword.operator',
      'meta.embedded',
      'meta.interpolation',
      'meta.template.expression',
      'storage.type.annotation',
      'variable',
    ],
  },
  {
    className: 'tok-rem',
    scopes: ['comment', 'markup.deleted', 'punctuation.definition.comment', 'string.quoted.docstring'],
  },
  {
    className: 'tok-key',
    scopes: [
      'entity.name.tag',
      'keyword',
      'keyword.operator.delete',
      'keyword.operator.expression',
      'keyword.operator.logical.python',
      'keyword.operator.new',
      'keyword.operator.word',
      'markup.heading',
      'meta.diff.range',
      'punctuation.definition.tag',
      'storage',
      'support.type.property-name',
      'variable.language.self',
      'variable.language.this',
    ],
  },
  {
    className: 'tok-str',
    scopes: [
      'constant',
      'markup.inline.raw',
      'markup.inserted',
      'punctuation.definition.string',
      'string',
      'support.constant',
    ],
  },
  {
    className: 'tok-def',
    scopes: [
      'entity.name.class',
      'entity.name.function',
      'entity.name.section',
      'entity.name.type',
      'entity.other.attribute-name',
      'entity.other.inherited-class',
      'support.class',
      'support.function',
      'support.type',
    ],
  },
]

// The engine knows tokens by colour alone: each kind has a colour that is its number.
const colourOf = (kind: number) => `#${kind.toString(16).padStart(6, '0')}`
const theme = {
  name: 'kinds',
  type: 'light' as const,
  fg: colourOf(0),
  bg: '#ffffff',
  settings: [
    { settings: { foreground: colourOf(0), background: '#ffffff' } },
    ...kinds.map(({ scopes }, kind) => ({
      scope: [...scopes],
      settings: { foreground: colourOf(kind) },
    })),
  ],
}

// Longer lines are data, and stay plain: a grammar's patterns may take the cube of a line's length (990 times “<” in Bash:
// a second). A limit by time would give other bytes on a slower machine.
const maxLineChars = 300

const opened = new Map<string, Promise<ShikiPrimitive>>()

/**
 * A language's grammar with its engine, once per process: its patterns are translated as they are first needed. Each
 * language has its own, since a grammar would mark an embedded language that another block has loaded and no other.
 */
function openGrammar(name: string): Promise<ShikiPrimitive> {
  const known = opened.get(name)
  if (known) return known
  const grammar = `@shikijs/langs/${name}`
  const opening = createShikiPrimitiveAsync({
    themes: [theme],
    langs: [import(grammar)],
    warnings: false,
    // A pattern JavaScript has no counterpart for is passed over.
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  })
  opened.set(name, opening)
  return opening
}

/** The code as HTML. `name` must be a language of @shikijs/langs. Throws Error when the grammar cannot be loaded. */
export async function markTokens(name: string, code: string): Promise<string> {
  const lines = codeToTokensBase(await openGrammar(name), code, {
    lang: name,
    theme: theme.name,
    tokenizeMaxLineLength: maxLineChars,
    tokenizeTimeLimit: 0,
  })
  return lines
    .map((line) => mergeTokens(line.map(({ content, color }) => ({ content, className: classOf(color) }))))
    .join('\n')
}

const classOf = (colour: string | undefined): string =>
  kinds[Number.parseInt(colour?.slice(1) || '0', 16)]?.className ?? ''

type Token = { readonly content: string; readonly className: string }

/** Neighbours of one kind are one span, and so is the space between them. */
function mergeTokens(tokens: readonly Token[]): string {
  const merged: Token[] = []
  for (const token of tokens) {
    const last = merged.at(-1)
    if (last && (last.className === token.className || token.content.trim() === ''))
      merged[merged.length - 1] = { ...last, content: last.content + token.content }
    else merged.push(token)
  }
  return merged
    .map(({ content, className }) =>
      className === '' ? escapeHtml(content) : `<span class="${className}">${escapeHtml(content)}</span>`,
    )
    .join('')
}
