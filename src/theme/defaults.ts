// A plain white page in the house faces: where every chain of themes ends.
import type { ThemeSettings } from './schema.js'

export const themeDefaults: ThemeSettings = {
  color: {
    bg: '#ffffff',
    surface: '#f4f4f2',
    ink: '#16181d',
    muted: '#5c6370',
    line: '#d9dce1',
    accent: '#1f5eff',
    'on-accent': '#ffffff',
    remark: '#8a4b08',
  },
  font: {
    text: {
      latin: 'Source Serif 4',
      cjk: 'Noto Serif SC',
      weight: 500,
      'latin-weight': 400,
      'latin-scale': 1.08,
    },
    strong: { weight: 900 },
    display: { weight: 900 },
    label: { weight: 600 },
    numeral: { weight: 600 },
    code: { latin: 'IBM Plex Mono', weight: 400, 'latin-weight': 400, 'latin-scale': 1 },
  },
  slide: { padding: [64, 88, 60, 88], density: { steps: [44, 37, 30, 27, 24], fill: 0.72, 'max-points': 6 } },
}
