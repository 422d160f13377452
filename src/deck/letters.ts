// Slides' HTML → which letters each role of type needs, so that fonts can be cut to them.

import { type DeckLang, deckLangs } from '../notes/notes.js'
import { textOfHtml } from '../notes/sanitize.js'
import { remember } from '../shared/remember.js'
import type { FontRole } from '../theme/theme.js'

export type Letters = Readonly<Record<FontRole | 'emphasis', ReadonlySet<string>>> & {
  /** Signs of several letters, such as an emoji with its joiners: one face must have all of them. */
  readonly sequences: ReadonlySet<string>
  /** The letters of each role once more, by the language they stand in; a language nothing is written in is not there. */
  readonly byLang: ReadonlyMap<DeckLang, Readonly<Record<FontRole, ReadonlySet<string>>>>
}

const heavyTags = new Set(['h1', 'h2', 'h3', 'strong', 'b', 'th'])
const heavyClasses = /\b(title|say|no|marker|figure|term|q|seal)\b/
const smallTags = new Set(['td', 'figcaption'])
const smallClasses = /\b(kicker|subtitle|facts|meta|language|lead|who|columns)\b/
const voidTags = new Set(['br', 'wbr', 'img', 'input', 'hr', 'meta', 'link'])
// What a browser sets under each Chinese letter that is stressed (`text-emphasis: filled dot`).
const emphasisMark = '•'
// Numbers the page writes itself (“2 / 3”) and marks a style sheet may add.
const always = '0123456789/ ·–—…-'

type Roles = {
  readonly heavy: boolean
  /** Small print around what is read, and cells of tables, for the face of labels alone. */
  readonly small: boolean
  readonly code: boolean
  readonly remark: boolean
  readonly emphasis: boolean
  /** Set in faces that are not the theme's: in a formula (math.ts), but for its Chinese, and in an emoji (emoji.ts). */
  readonly apart: boolean
  readonly lang: DeckLang
}

const outside = { heavy: false, small: false, code: false, remark: false, emphasis: false, apart: false }

const joined = /[\u200D\uFE0F\u20E3\u{1F1E6}-\u{1F1FF}\u{1F3FB}-\u{1F3FF}]/u
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

const roles = ['all', 'heavy', 'small', 'code', 'remark', 'emphasis'] as const
type Gathered = Readonly<Record<(typeof roles)[number], Set<string>>>

const gatherNew = (): Gathered => ({
  all: new Set(always),
  heavy: new Set(always),
  small: new Set(),
  code: new Set(always),
  remark: new Set(always),
  emphasis: new Set(),
})

const add = (set: Set<string>, text: string) => {
  for (const letter of text) set.add(letter)
}

const addAll = (to: Gathered, from: Gathered) => {
  for (const role of roles) for (const letter of from[role]) to[role].add(letter)
}

const byRole = ({ all, heavy, small, code, remark }: Gathered) => ({
  text: all,
  strong: heavy,
  display: heavy,
  label: new Set([...heavy, ...small]),
  numeral: heavy,
  remark,
  code,
})

type SlideLetters = {
  readonly parts: ReadonlyMap<DeckLang, Gathered>
  readonly sequences: ReadonlySet<string>
}

/** The letters of one slide, which is written in `lang` where its tags do not say otherwise. */
function readSlide(html: string, lang: DeckLang): SlideLetters {
  const parts = new Map<DeckLang, Gathered>()
  const sequences = new Set<string>()
  const open: Roles[] = [{ ...outside, lang }]
  for (const [piece] of html.matchAll(/<[^>]+>|[^<]+/g)) {
    const now = open.at(-1) ?? { ...outside, lang }
    if (piece.startsWith('</')) open.pop()
    else if (piece.startsWith('<')) {
      const name = /^<([a-z0-9]+)/i.exec(piece)?.[1]?.toLowerCase() ?? ''
      if (voidTags.has(name) || piece.endsWith('/>')) continue
      const classes = /\bclass="([^"]*)"/.exec(piece)?.[1] ?? ''
      const tongue = /\blang="([^"]*)"/.exec(piece)?.[1]
      open.push({
        heavy: now.heavy || heavyTags.has(name) || heavyClasses.test(classes),
        small: now.small || smallTags.has(name) || smallClasses.test(classes),
        code: now.code || name === 'code' || name === 'pre' || name === 'kbd',
        remark: now.remark || /\b(remark|seal)\b/.test(classes),
        emphasis: now.emphasis || name === 'em' || name === 'i' || /\blead\b/.test(classes),
        apart: (now.apart || /\b(formula|emoji)\b/.test(classes)) && !/\bcjk_fallback\b/.test(classes),
        lang: deckLangs.find((known) => known === tongue) ?? now.lang,
      })
    } else if (!now.apart) {
      const text = textOfHtml(piece)
      const part = parts.get(now.lang) ?? gatherNew()
      parts.set(now.lang, part)
      add(part.all, text)
      if (now.heavy) add(part.heavy, text)
      if (now.small) add(part.small, text)
      if (now.code) add(part.code, text)
      if (now.remark) add(part.remark, text)
      if (now.emphasis) {
        add(part.emphasis, text)
        add(part.all, emphasisMark)
      }
      if (joined.test(text))
        for (const { segment } of segmenter.segment(text)) if (joined.test(segment)) sequences.add(segment)
    }
  }
  return { parts, sequences }
}

// A presented deck asks at each save. How many slides are kept is a bound on memory alone: some 10 KB each.
const readAgain = remember((_key: string, html: string, lang: DeckLang) => readSlide(html, lang), 2048)

/**
 * Collects letters by role, and by language. `text` holds every letter there is, since it is the face all others fall
 * back to; the heavy roles share one set: which of them a theme sets a title in is its own affair. Labels have
 * the small print as well.
 */
export function collectLetters(
  slides: readonly string[],
  styles: readonly string[],
  lang: DeckLang = 'zh-Hans',
): Letters {
  const parts = new Map<DeckLang, Gathered>()
  const sequences = new Set<string>()
  for (const html of slides) {
    const slide = readAgain(`${lang} ${html}`, html, lang)
    for (const [tongue, read] of slide.parts) {
      const part = parts.get(tongue) ?? gatherNew()
      parts.set(tongue, part)
      addAll(part, read)
    }
    for (const sequence of slide.sequences) sequences.add(sequence)
  }
  const whole = gatherNew()
  for (const part of parts.values()) addAll(whole, part)
  for (const css of styles) {
    for (const [, , written = ''] of css.matchAll(/content:\s*(["'])(.*?)\1/g)) {
      for (const { all, heavy, remark } of [whole, ...parts.values()])
        for (const set of [all, heavy, remark]) add(set, written)
    }
  }
  const byLang = new Map([...parts].map(([tongue, gathered]) => [tongue, byRole(gathered)] as const))
  return { ...byRole(whole), emphasis: whole.emphasis, sequences, byLang }
}
