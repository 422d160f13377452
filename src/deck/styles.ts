// reveal.js’s, our own and the theme's style sheets → one style sheet in layers (order: templates/layers.css).
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { readText } from '../shared/files.js'
import { once } from '../shared/once.js'
import { packageFile, templatesDir } from '../shared/package-files.js'
import type { Aspect } from '../theme/aspect.js'
import type { Theme } from '../theme/theme.js'
import { brandToCss, tokensToCss } from '../theme/tokens.js'
import { openLists } from './open-lists.js'

/** Wraps a sheet in its layer. What may only stand first in a file has been taken out of a theme's (theme/sheets.ts). */
const inLayer = (layer: string, css: string): string => (css === '' ? '' : `@layer ${layer}{${css}}`)

function squeeze(css: string): string {
  const bare = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
  return openLists(bare)
}

const readHouseStyles = once(async () => {
  const own = (name: string) => readText(path.join(templatesDir, name))
  const layouts = (await readdir(path.join(templatesDir, 'layouts')))
    .filter((name) => name.endsWith('.css'))
    .toSorted()
  const [order, revealReset, reveal, reset, base, code, math, glue, tools, ...sheets] = await Promise.all([
    own('layers.css'),
    readText(packageFile('reveal.js/reset.css')),
    readText(packageFile('reveal.js/reveal.css')),
    own('reset.css'),
    own('base.css'),
    own('code.css'),
    own('math.css'),
    own('glue.css'),
    own('tools.css'),
    ...layouts.map((name) => own(path.join('layouts', name))),
  ])
  const css = [
    order,
    inLayer('vendor', `${revealReset}\n${reveal}`),
    inLayer('reset', reset),
    inLayer('base', `${base}\n${code}\n${math}`),
    inLayer('layout', sheets.join('\n')),
    inLayer('glue', `${glue}\n${tools}`),
  ]
  return squeeze(css.join('\n'))
})

/** The sheets a template or theme may take letters from (`content: "…"`), for the font cutter. */
export async function readStyles(theme: Theme): Promise<readonly string[]> {
  return [await readHouseStyles(), ...theme.styles.map(({ css }) => css)]
}

/** The whole style sheet but for the fonts. */
export async function makeStyles(theme: Theme, aspect: Aspect): Promise<string> {
  return [
    await readHouseStyles(),
    inLayer('theme', tokensToCss(theme, aspect)),
    ...theme.styles.map(({ css, layer }) => inLayer(layer, squeeze(css))),
    inLayer('brand', brandToCss(theme, aspect)),
  ].join('\n')
}
