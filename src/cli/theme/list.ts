// `recap theme list`: the built-in themes, each with its colours, its mood and its variants.
import type { Colors } from '../../theme/schema.js'
import type { Theme } from '../../theme/theme.js'
import type { Action } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { printLine, printSwatches, type Swatch } from '../print.js'

const shown = [
  'bg',
  'surface',
  'ink',
  'muted',
  'accent',
  'remark',
] as const satisfies readonly (keyof Colors)[]

const swatchesOf = ({ color }: Theme, hexOf: (css: string) => string | undefined): readonly Swatch[] =>
  shown.map((role) => ({ name: role, hex: hexOf(color[role]) ?? color[role] }))

export const list: Action = {
  name: 'list',
  summary: 'the built-in themes, with their colours and moods',
  declare(command) {
    command.option('--json', 'as JSON on standard output')
  },
  async run(_, { json }) {
    const [{ listRevealThemes, listThemes }, { loadTheme }, { hexOf }] = await Promise.all([
      import('../../theme/find.js'),
      import('../../theme/load.js'),
      import('../../theme/color.js'),
    ])
    const names = listThemes()
    const themes = await Promise.all(names.map((name) => loadTheme(name, '.')))
    const reveal = listRevealThemes()
    if (json === true) {
      const built = themes.map(({ name, mood, variants, color }) => ({ name, mood, variants, color }))
      printLine(JSON.stringify({ themes: built, reveal: reveal.map((name) => `reveal:${name}`) }))
      return exitCodes.done
    }
    const wide = Math.max(...names.map((name) => name.length))
    for (const theme of themes) {
      printSwatches(theme.name.padEnd(wide), swatchesOf(theme, hexOf), theme.mood ?? '')
      if (theme.variants.length > 0)
        printLine(
          `${' '.repeat(wide)}  ${theme.variants.map((variant) => `${theme.name}:${variant}`).join(', ')}`,
        )
    }
    printLine(`reveal.js’s own: ${reveal.map((name) => `reveal:${name}`).join(', ')}`)
    return exitCodes.done
  },
}
