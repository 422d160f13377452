// The layers of a theme, newest first → its tokens, complete: scalars and lists replace, maps are merged key by key.
import { themeDefaults } from './defaults.js'
import { layColors } from './derive.js'
import type { Colors, FontFile, ThemeSettings, ThemeTokens } from './schema.js'
import type { FontChoice, FontRole, Theme } from './theme.js'

type Fonts = NonNullable<ThemeTokens['font']>

function chooseFont(role: FontRole, layers: readonly Fonts[]): FontChoice {
  const pick = <K extends keyof FontFile>(key: K): FontFile[K] =>
    layers.map((layer) => layer[role]?.[key]).find((value) => value !== undefined) ??
    layers.map((layer) => layer.text?.[key]).find((value) => value !== undefined)
  // The newest layer that sets a role's weight decides for Latin as well, unless it says another.
  const setting = layers
    .map((layer) => layer[role])
    .find((own) => own?.weight !== undefined || own?.['latin-weight'] !== undefined)
  const weight = pick('weight') ?? 400
  return {
    latin: pick('latin') ?? 'Source Serif 4',
    cjk: pick('cjk') ?? 'Noto Serif SC',
    weight,
    latinWeight: setting?.['latin-weight'] ?? setting?.weight ?? pick('latin-weight') ?? weight,
    latinScale: pick('latin-scale') ?? 1,
  }
}

/** A face for each role. */
export function mergeFonts(tokens: readonly ThemeTokens[]): Theme['font'] {
  const layers = [...tokens.map((one) => one.font ?? {}), themeDefaults.font]
  return {
    text: chooseFont('text', layers),
    strong: chooseFont('strong', layers),
    display: chooseFont('display', layers),
    label: chooseFont('label', layers),
    numeral: chooseFont('numeral', layers),
    remark: chooseFont('remark', layers),
    code: chooseFont('code', layers),
  }
}

/** All eight colours; what a layer leaves out follows from what it names (derive.ts). */
export const mergeColors = (tokens: readonly ThemeTokens[], under: Colors = themeDefaults.color): Colors =>
  tokens.toReversed().reduce((color, one) => layColors(color, one.color ?? {}), under)

/** The measures of the slide. */
export function mergeSlide(tokens: readonly ThemeTokens[]): ThemeSettings['slide'] {
  const slides = tokens.map((one) => one.slide ?? {})
  const first = <K extends 'padding' | 'remarks'>(key: K) =>
    slides.map((slide) => slide[key]).find((value) => value !== undefined)
  const density = { ...themeDefaults.slide.density }
  for (const slide of slides.toReversed()) Object.assign(density, slide.density)
  return { padding: first('padding') ?? themeDefaults.slide.padding, density, remarks: first('remarks') }
}
