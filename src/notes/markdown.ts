// The one Markdown reader, set to the dialect of notes: GFM, but for a few habits of people who write without thinking
// of Markdown at all. Each departure says whose notes it is for.
import {
  Lexer,
  Marked,
  type Token,
  type TokenizerAndRendererExtension,
  type TokenizerThis,
  type Tokens,
} from 'marked'
import { escapeHtml } from '../shared/text.js'
import { findOpening, readMath, readMathBlock } from './maths.js'

const han = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}'
// An address ends where Chinese begins: “看https://e.org/a，里面有”.
const address = new RegExp(`^https?://[^\\s<>"'“”，。；：！？、（）《》「」【】${han}]+`, 'u')
const strong = /^\*\*(?=[^\s*])((?:[^*\n]|\*(?!\*))*?[^\s*])\*\*(?!\*)/
const struck = /^~~(?=[^\s~])((?:[^~\n]|~(?!~))*?[^\s~])~~(?!~)/
const underlined = /^([^\n]+)\n {0,3}={3,}[ \t]*(?:\n+|$)/

/** A formula as TeX, which the deck draws; `block` for one that stands by itself. */
export const mathHtml = (tex: string, block: boolean): string =>
  block
    ? `<pre><code class="math">${escapeHtml(tex)}</code></pre>`
    : `<code class="math">${escapeHtml(tex)}</code>`

const inlineMath: TokenizerAndRendererExtension = {
  name: 'inline-math',
  level: 'inline',
  start: findOpening,
  tokenizer(source) {
    const found = readMath(source, 0)
    return found && { type: 'inline-math', raw: source.slice(0, found.end), text: found.tex }
  },
  renderer: ({ text }) => mathHtml(String(text), false),
}
const blockMath: TokenizerAndRendererExtension = {
  name: 'math',
  level: 'block',
  // Looked for in this paragraph alone: through all the rest, a long text would take the square of its length.
  start(source) {
    const paragraph = source.slice(0, (source.search(/\n[ \t]*\n/) + 1 || source.length + 1) - 1)
    const at = paragraph.search(/\n {0,3}\$\$/)
    return at < 0 ? undefined : at + 1
  },
  tokenizer(source) {
    const found = readMathBlock(source)
    return found && { type: 'math', raw: source.slice(0, found.end), text: found.tex }
  },
  renderer: ({ text }) => mathHtml(String(text), true),
}

export const markdown = new Marked({
  gfm: true,
  async: false,
  extensions: [inlineMath, blockMath],
  tokenizer: {
    /** `**重点：**后面` is bold, though CommonMark wants a space after such a mark. */
    emStrong(this: TokenizerThis, source): Tokens.Strong | false {
      const found = strong.exec(source)
      const text = found?.[1]
      if (!found || text === undefined) return false
      return { type: 'strong', raw: found[0], text, tokens: this.lexer.inlineTokens(text) }
    },
    /** One ~ means “about” or “to”: only two strike out. */
    del(this: TokenizerThis, source): Tokens.Del | undefined {
      const found = struck.exec(source)
      const text = found?.[1]
      if (!found || text === undefined) return undefined
      return { type: 'del', raw: found[0], text, tokens: this.lexer.inlineTokens(text) }
    },
    url(source): Tokens.Link | false {
      const found = address.exec(source)?.[0].replace(/[.,;:!?)\]]+$/, '')
      if (found === undefined) return false
      return {
        type: 'link',
        raw: found,
        href: found,
        text: found,
        tokens: [{ type: 'text', raw: found, text: found }],
      }
    },
    /** A thought with --- under it is a thought and a break, not a heading; === still underlines one. */
    lheading(this: TokenizerThis, source): Tokens.Heading | undefined {
      const found = underlined.exec(source)
      const text = found?.[1]?.trim()
      if (!found || text === undefined) return undefined
      return { type: 'heading', raw: found[0], depth: 1, text, tokens: this.lexer.inline(text) }
    },
    /** `[1]: url` and `[^1]: note` stay lines of their own, so that nothing typed is lost. */
    def: () => undefined,
  },
})

/** The blocks of a text, in order. What stands in a line is read later, line by line. */
export const readTokens = (source: string): readonly Token[] =>
  new Lexer(markdown.defaults).blockTokens(source, [])

export const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading'
export const isList = (token: Token): token is Tokens.List => token.type === 'list'
export const isCode = (token: Token): token is Tokens.Code => token.type === 'code'
export const isMath = (token: Token): token is Tokens.Generic & { readonly text: string } =>
  token.type === 'math'
