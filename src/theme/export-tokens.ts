// A theme → its tokens as other tools read them (DTCG 2025.10), and as `tokens:` in theme.yaml reads them again.
import { hexOf } from './color.js'
import type { Theme } from './theme.js'

type Tree = Readonly<Record<string, unknown>>
const token = ($type: string, $value: unknown) => ({ $type, $value })

/** A theme's tokens as a DTCG file, which `tokens:` in theme.yaml reads again. */
export function exportTokens(theme: Theme): Tree {
  const color = Object.entries(theme.color).map(([role, value]) => [
    role,
    token('color', hexOf(value) ?? value),
  ])
  const font = Object.entries(theme.font).map(([role, choice]) => [
    role,
    {
      latin: token('fontFamily', choice.latin),
      cjk: token('fontFamily', choice.cjk),
      weight: token('fontWeight', choice.weight),
      'latin-weight': token('fontWeight', choice.latinWeight),
      'latin-scale': token('number', choice.latinScale),
    },
  ])
  const px = (value: number) => ({ value, unit: 'px' })
  const { padding, density } = theme.slide
  return {
    $description: `The tokens of the theme ${theme.name}.`,
    color: Object.fromEntries(color),
    font: { ...Object.fromEntries(font), scale: token('number', theme.fontScale) },
    slide: {
      padding: { $value: padding.map(px) },
      density: {
        steps: { $value: density.steps.map(px) },
        fill: token('number', density.fill),
        'max-points': token('number', density['max-points']),
      },
    },
  }
}
