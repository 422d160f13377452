import { expect, it } from 'vitest'
import type { Aspect } from '../../src/theme/aspect.js'
import { loadTheme } from '../../src/theme/load.js'
import { tokensToCss } from '../../src/theme/tokens.js'

const paper = await loadTheme('paper', '.')
const theme = {
  ...paper,
  slide: {
    padding: [72, 88, 60, 80] as const,
    density: { steps: [44, 37, 30, 27, 24], fill: 0.7, 'max-points': 6 },
  },
}
const tokensOf = (aspect: Aspect) => {
  const css = tokensToCss(theme, aspect)
  const tokens = new Map([...css.matchAll(/--([\w-]+):([^;}]*)/g)].map(([, name, value]) => [name, value]))
  const steps = [...tokens].flatMap(([name, value]) => (name?.startsWith('fs-step') ? [value] : []))
  return { css, tokens, steps }
}

it('a theme’s measures are on 16:9 what it says they are', () => {
  const { css, tokens, steps } = tokensOf('16:9')
  expect(tokens.get('pad')).toBe('72px 88px 60px 80px')
  expect(steps).toEqual(['44px', '37px', '30px', '27px', '24px'])
  expect(tokens.get('density-max-points')).toBe('6')
  expect(css).toContain('@page{size:1280px 720px;margin:0}')
})

it('a narrower canvas has narrower sides, and the same above and below', () => {
  const { css, tokens, steps } = tokensOf('4:3')
  expect(tokens.get('pad')).toBe('72px 76px 60px 69px')
  expect(steps).toHaveLength(5)
  expect(css).toContain('@page{size:960px 720px;margin:0}')
})

it('an upright canvas has more room above and below, for more points, in sizes that stand closer', () => {
  const { css, tokens, steps } = tokensOf('9:16')
  expect(tokens.get('pad')).toBe('96px 66px 80px 60px')
  expect(steps).toEqual(['44px', '37px', '34px', '30px', '27px', '24px'])
  expect(tokens.get('density-max-points')).toBe('8')
  expect(css).toContain('@page{size:720px 1280px;margin:0}')
})
