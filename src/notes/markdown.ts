// The one Markdown reader, set to the dialect of notes: GFM, but for a few habits of people who write without thinking
// of Markdown at all. Each departure says whose notes it is for.
import { Lexer, Marked, type Token, type TokenizerThis, type Tokens } from 'marked'

const han = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}'
// An address ends where Chinese begins: “看https://e.org/a，里面有”.
const address = new RegExp(`^https?://[^\\s<>"'“”，。；：！？、（）《》「」【】${han}]+`, 'u')
const strong = /^\*\*(?=[^\s*])((?:[^*\n]|\*(?!\*))*?[^\s*])\*\*(?!\*)/
const struck = /^~~(?=[^\s~])((?:[^~\n]|~(?!~))*?[^\s~])~~(?!~)/
const underlined = /^([^\n]+)\n {0,3}={3,}[ \t]*(?:\n+|$)/

export const markdown = new Marked({
  gfm: true,
  async: false,
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
