// A theme made for reveal.js (`--r-…`, `.reveal …`) → the tokens it implies, so that our layouts stand in its colours.
import { isColor } from './color.js'
import type { Colors, ThemeFile } from './schema.js'

/** Whether a style sheet was written for reveal.js rather than for us. */
export const isForeign = (css: string): boolean => /--r-[\w-]+\s*:|\.reveal\b/.test(css)

/** Its letters are set in our faces, which are cut to the deck; its own would weigh half a megabyte and hold no Chinese. */
export const withoutFaces = (css: string): string => css.replace(/@font-face\s*\{[^}]*\}/gi, '')

const fontOf = (latin: string, cjk: string, heavy: number): ThemeFile['font'] => ({
  text: { latin, cjk, weight: 400, 'latin-weight': 400, 'latin-scale': 1.04 },
  strong: { weight: 700 },
  display: { weight: heavy },
  label: { weight: 600 },
  numeral: { weight: heavy },
})

function valuesOf(css: string): (name: string) => string | undefined {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '')
  const values = new Map(
    [...bare.matchAll(/(--[\w-]+)\s*:\s*([^;}]+)/g)].map(([, name = '', value = '']) => [name, value.trim()]),
  )
  const resolve = (value: string | undefined, depth = 0): string | undefined => {
    const inner = /^var\(\s*(--[\w-]+)\s*(?:,\s*(.*))?\)$/.exec(value ?? '')
    if (!inner || depth > 8) return value
    return resolve(values.get(inner[1] ?? '') ?? inner[2], depth + 1)
  }
  return (name) => resolve(values.get(name))
}

/** The value a plain rule gives, for themes older than reveal.js's custom properties. */
function plainValue(css: string, selector: RegExp, property: RegExp): string | undefined {
  for (const [, selectors = '', body = ''] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    if (!selectors.split(',').some((one) => selector.test(one.trim()))) continue
    const value = body
      .split(';')
      .map((one) => one.split(':'))
      .find(([name = '']) => property.test(name.trim()))?.[1]
      ?.trim()
    if (value !== undefined && isColor(value)) return value
  }
  return undefined
}

/**
 * The colours and the kind of type a foreign theme asks for. What only a browser can reckon out (a color-mix, say) stays
 * the theme's own variable.
 */
export function readForeign(css: string): Pick<ThemeFile, 'color' | 'font'> {
  const value = valuesOf(css)
  const bridge = (name: string, plain: string | undefined) => {
    const own = value(name)
    if (own === undefined) return plain
    return isColor(own) ? own : `var(${name})`
  }
  const ground = /^background(-color)?$/
  const bg = bridge('--r-background-color', plainValue(css, /^(body|\.reveal-viewport)$/, ground))
  const ink = bridge('--r-main-color', plainValue(css, /^\.reveal$/, /^color$/))
  const accent = bridge('--r-link-color', plainValue(css, /^\.reveal a$/, /^color$/))
  const color: Partial<Colors> = {
    ...(bg === undefined ? {} : { bg }),
    ...(ink === undefined ? {} : { ink }),
    ...(accent === undefined ? {} : { accent }),
  }
  const serif = /(?<!sans-)serif\s*$/.test(value('--r-main-font') ?? '')
  const font = serif
    ? fontOf('Source Serif 4', 'Noto Serif SC', 900)
    : fontOf('IBM Plex Sans', 'Noto Sans SC', 700)
  return { color, font }
}

/** What joins such a theme to our slides: its page, with the gradient it may have, behind each of them. */
export const bridgeCss =
  'section[data-layout]{background:var(--r-background,none);background-color:var(--c-bg)}'
