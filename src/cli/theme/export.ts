// `recap theme export`: a theme's tokens as design tools read them (DTCG).
import type { Action } from '../command.js'
import { exitCodes } from '../exit-codes.js'

export const exportTheme: Action = {
  name: 'export',
  summary: 'its tokens in the format of design tools (DTCG), on standard output',
  declare(command) {
    command
      .argument('<name>', 'a theme by its name or path')
      .option('--dtcg', 'the format; there is no other yet')
  },
  async run([name = '']) {
    const [{ loadTheme }, { exportTokens }] = await Promise.all([
      import('../../theme/load.js'),
      import('../../theme/export-tokens.js'),
    ])
    const theme = await loadTheme(name, '.')
    process.stdout.write(`${JSON.stringify(exportTokens(theme), undefined, 2)}\n`)
    return exitCodes.done
  },
}
