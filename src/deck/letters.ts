// Slides' HTML → which letters each role of type needs, so that fonts can be cut to them.

import { textOfHtml } from '../notes/sanitize.js'
import type { FontRole } from '../theme/theme.js'

export type Letters = Readonly<Record<FontRole | 'emphasis', ReadonlySet<string>>> & {
  /** Signs of several letters, such as an emoji with its joiners: one face must have all of them. */
  readonly sequences: ReadonlySet<string>
}

const heavyTags = new Set(['h1', 'h2', 'h3', 'strong', 'b', 'th'])
const heavyClasses = /\b(title|say|no|marker|figure|term|q|seal)\b/
const smallClasses = /\b(kicker|facts|meta|language|lead|who|columns)\b/
const voidTags = new Set(['br', 'wbr', 'img', 'input', 'hr', 'meta', 'link'])
// Numbers the page writes itself (“2 / 3”) and marks a style sheet may add.
const always = '0123456789/ ·–—…-'

type Roles = {
  readonly heavy: boolean
  /** Small print around what is read, for the face of labels alone. */
  readonly small: boolean
  readonly code: boolean
  readonly remark: boolean
  readonly emphasis: boolean
  /** In a formula, which brings its own faces (math.ts); only its Chinese is set in ours. */
  readonly formula: boolean
}

const outside: Roles = {
  heavy: false,
  small: false,
  code: false,
  remark: false,
  emphasis: false,
  formula: false,
}

const joined = /[\u200D\uFE0F\u20E3\u{1F1E6}-\u{1F1FF}\u{1F3FB}-\u{1F3FF}]/u
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Collects letters by role. `text` holds every letter there is, since it is the face all others fall back to; the heavy
 * roles share one set: which of them a theme sets a title in is its own affair. Labels have the small print as well.
 */
export function collectLetters(slides: readonly string[], styles: readonly string[]): Letters {
  const all = new Set(always)
  const heavy = new Set(always)
  const small = new Set<string>()
  const code = new Set(always)
  const remark = new Set(always)
  const emphasis = new Set<string>()
  const sequences = new Set<string>()
  const add = (set: Set<string>, text: string) => {
    for (const letter of text) set.add(letter)
  }
  for (const css of styles) {
    for (const found of css.matchAll(/content:\s*(["'])(.*?)\1/g)) {
      for (const set of [all, heavy, remark]) add(set, found[2] ?? '')
    }
  }
  for (const html of slides) {
    const open: Roles[] = [outside]
    for (const [piece] of html.matchAll(/<[^>]+>|[^<]+/g)) {
      const now = open.at(-1) ?? outside
      if (piece.startsWith('</')) open.pop()
      else if (piece.startsWith('<')) {
        const name = /^<([a-z0-9]+)/i.exec(piece)?.[1]?.toLowerCase() ?? ''
        if (voidTags.has(name) || piece.endsWith('/>')) continue
        const classes = /\bclass="([^"]*)"/.exec(piece)?.[1] ?? ''
        open.push({
          heavy: now.heavy || heavyTags.has(name) || heavyClasses.test(classes),
          small: now.small || smallClasses.test(classes),
          code: now.code || name === 'code' || name === 'pre' || name === 'kbd',
          remark: now.remark || /\b(remark|seal)\b/.test(classes),
          emphasis: now.emphasis || name === 'em' || name === 'i' || /\blead\b/.test(classes),
          formula: (now.formula || /\bformula\b/.test(classes)) && !/\bcjk_fallback\b/.test(classes),
        })
      } else if (!now.formula) {
        const text = textOfHtml(piece)
        add(all, text)
        if (joined.test(text))
          for (const { segment } of segmenter.segment(text)) if (joined.test(segment)) sequences.add(segment)
        if (now.heavy) add(heavy, text)
        if (now.small) add(small, text)
        if (now.code) add(code, text)
        if (now.remark) add(remark, text)
        if (now.emphasis) add(emphasis, text)
      }
    }
  }
  return {
    text: all,
    strong: heavy,
    display: heavy,
    label: new Set([...heavy, ...small]),
    numeral: heavy,
    remark,
    code,
    emphasis,
    sequences,
  }
}
