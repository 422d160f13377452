// TeX in slides → formulas drawn by KaTeX when the deck is built, with its style sheet and the letters of its faces.
// A deck without formulas loads nothing of it.
import type { Notes } from '../notes/notes.js'
import { textOfHtml } from '../notes/sanitize.js'
import { readText } from '../shared/files.js'
import { packageFile } from '../shared/package-files.js'
import type { At, Problem } from '../shared/problem.js'
import { escapeHtml } from '../shared/text.js'
import { type Aspect, canvasOf } from '../theme/aspect.js'
import { listAuthored } from './authored.js'
import { cutFonts } from './fonts/cut.js'
import { collectMathLetters, readFontRules } from './math-faces.js'
import { type Broken, breakFormula, type Room } from './math-lines.js'
import { splitFormula } from './math-rows.js'

export type DrawnMath = {
  /** Puts the formulas into a slide's HTML, in place of their TeX. */
  readonly draw: (html: string) => string
  /** KaTeX's sheet and faces; empty without formulas. */
  readonly css: string
  /** Letters in formulas that KaTeX's faces lack: the deck's own must have them. */
  readonly strays: string
  readonly problems: readonly Problem[]
}

type DrawOptions = { readonly cacheDir: string; readonly aspect?: Aspect | undefined }

const formula = /(<pre>)?<code class="math">([^<]*)<\/code>(<\/pre>)?/g
/** With the mark that ends its clause, which never begins a line. */
const formulaInText = new RegExp(`${formula.source}([，。、；：！？,.;:!?])?`, 'g')

const limits = { maxExpand: 1000, maxSize: 20 }

/** Px: a formula among type of 30 px; and what a slide has around its body, about. */
const emPx = 35
const [besidePx, overPx] = [200, 250]

/** What a slide of this shape has for a formula. */
function roomOn(aspect: Aspect): Room {
  const { widthPx, heightPx } = canvasOf(aspect)
  return { widthEm: (widthPx - besidePx) / emPx, heightEm: (heightPx - overPx) / emPx }
}

/** `apart` is a formula in text that stands on lines of its own. */
type Drawing = { readonly parts: readonly string[]; readonly apart: boolean } | { readonly why: string }
/** `end` is what follows a formula in text, and goes into one that stands apart. */
type DrawTex = (tex: string, block: boolean, end?: string) => Drawing

async function loadDrawer(room: Room): Promise<DrawTex> {
  const { default: katex } = await import('katex')
  return (tex, block, end = '') => {
    try {
      const drawOne = ({ tex, display }: Broken) =>
        katex.renderToString(tex, {
          ...limits,
          displayMode: display,
          output: 'html',
          throwOnError: true,
          trust: ({ command }) => {
            throw new Error(`${command} may not stand in a deck.`)
          },
          strict: 'ignore',
        })
      const parts = block ? splitFormula(tex) : [tex]
      let apart = false
      const drawPart = (part: string) => {
        const { tex, display } = breakFormula(part, block, room)
        apart = display && !block
        const ended = end === '' ? tex : `${tex}\\text{${end}}`
        return frame(drawOne({ tex: ended, display }), part, block ? 'div' : 'span', display)
      }
      return { parts: parts.map(drawPart), apart }
    } catch (error) {
      // Braces nested without end end in a RangeError, all else in KaTeX's own words.
      const words = error instanceof Error ? error.message.replace(/^KaTeX parse error: /, '') : String(error)
      return { why: words.split(/ at (?:position|end)/)[0]?.slice(0, 200) ?? words }
    }
  }
}

/**
 * A formula as one picture whose words are its TeX: read aloud so, and tagged so in a PDF. KaTeX hides its HTML from
 * readers because MathML stands beside it, which a PDF loses; so ours is not hidden.
 */
function frame(html: string, tex: string, tag: 'div' | 'span', display: boolean): string {
  const label = escapeHtml(tex.replace(/\s+/g, ' '))
  const shown = html.replaceAll(' aria-hidden="true"', '')
  const name = display ? 'formula display' : 'formula'
  return `<${tag} class="${name}" role="img" aria-label="${label}">${shown}</${tag}>`
}

const asTyped = (tex: string, block: boolean): string =>
  block ? `<pre><code>$$\n${tex}\n$$</code></pre>` : `<code>$${tex}$</code>`

const nothing: DrawnMath = { draw: (html) => html, css: '', strays: '', problems: [] }

/** Draws all formulas in the notes. TeX that cannot be read is shown as it was typed, with a warning at its line. */
export async function drawMath(notes: Notes, { cacheDir, aspect = '16:9' }: DrawOptions): Promise<DrawnMath> {
  const found = listAuthored(notes).flatMap(({ html, at }) =>
    html.includes('class="math"')
      ? [...html.matchAll(formula)].map(([, block, tex = '']) => ({ block: block !== undefined, tex, at }))
      : [],
  )
  if (found.length === 0) return nothing
  const drawTex = await loadDrawer(roomOn(aspect))
  const problems: Problem[] = []
  const drawn = new Map<string, Drawing>()
  const keyOf = (tex: string, block: boolean) => `${block ? '$$' : '$'}${tex}`
  for (const { block, tex, at } of found) {
    const key = keyOf(tex, block)
    const drawing = drawn.get(key) ?? drawTex(textOfHtml(tex), block)
    drawn.set(key, drawing)
    if ('why' in drawing) problems.push(badTex(textOfHtml(tex), drawing.why, at))
  }
  const formulas = [...drawn.values()].flatMap((drawing) => ('parts' in drawing ? drawing.parts : []))
  const draw = (slide: string) =>
    slide.replace(
      formulaInText,
      (whole: string, start: string | undefined, tex: string, _: string | undefined, end = '') => {
        const block = start !== undefined
        const drawing = drawn.get(keyOf(tex, block))
        if (drawing === undefined) return whole
        if ('why' in drawing) return asTyped(tex, block) + end
        const ended = drawing.apart && end !== '' ? drawTex(textOfHtml(tex), block, end) : drawing
        if (ended === drawing || 'why' in ended) return drawing.parts.join('') + end
        return ended.parts.join('')
      },
    )
  return { draw, ...(await makeMathStyles(formulas, cacheDir)), problems }
}

function badTex(tex: string, why: string, at: At): Problem {
  const shown = tex.length > 60 ? `${tex.slice(0, 60)}…` : tex
  const message = `The formula “${shown}” cannot be read: ${why}`
  const hint = 'It is shown as it was typed. A dollar that is money is written \\$.'
  return { code: 'deck/bad-formula', severity: 'warning', message, hint, at }
}

/** The sheet without its own fonts, and faces cut to the letters the formulas have. */
async function makeMathStyles(
  formulas: readonly string[],
  cacheDir: string,
): Promise<Pick<DrawnMath, 'css' | 'strays'>> {
  if (formulas.length === 0) return { css: '', strays: '' }
  const sheet = await readText(packageFile('katex/dist/katex.min.css'))
  const rules = sheet
    .replace(/@font-face\{[^}]*\}/g, '')
    .replace(/font-family:\s*(KaTeX_\w+)(?=[;}])/g, 'font-family:$1,var(--f-text)')
  const faces = [...collectMathLetters(formulas, readFontRules(rules)).values()]
  const cut = await cutFonts(
    faces.map(({ face, letters }) => ({
      source: face.family,
      weight: face.weight === 'bold' ? 700 : 400,
      style: face.style,
      chars: [...letters].toSorted().join(''),
    })),
    { cacheDir },
  )
  const fontFaces = faces.map(({ face }, index) => {
    const data = Buffer.from(cut[index]?.woff2 ?? []).toString('base64')
    return `@font-face{font-family:"${face.family}";font-weight:${face.weight};font-style:${face.style};font-display:block;src:url(data:font/woff2;base64,${data}) format("woff2")}`
  })
  const strays = cut.map(({ missing }) => missing).join('')
  return { css: `${fontFaces.join('\n')}\n@layer base{${rules}}`, strays }
}
