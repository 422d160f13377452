// `recap theme new NAME`: a folder with a theme.yaml that builds as it is, each line with what it is for.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { DeckError } from '../../shared/problem.js'
import type { Theme } from '../../theme/theme.js'
import type { Action } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { printLine, printTalk } from '../print.js'

function writeYaml(name: string, from: string, { color, font }: Theme): string {
  return `# A theme of your own. Take the # away before a line to have it; what you leave out comes from ${from}.
name: ${name}
mood: one line on how it feels
extends: ${from}          # a built-in theme, a folder, a package, or reveal:white

color:
  accent: "${color.accent}"     # the one colour that leads the eye
  # bg: "${color.bg}"       # the page; text, captions and rules follow from it and ink
  # ink: "${color.ink}"      # text

# font:
#   display: { latin: "${font.display.latin}", cjk: "${font.display.cjk}", weight: ${font.display.weight} }   # titles; a file in fonts/ may be named, too

# logo: { src: assets/logo.svg, on: [title, section, closing], height: 40 }
# variants: { dark: { color: { bg: "#14161a", ink: "#f1f3f5" } } }   # then: --theme ./${name}:dark
# Beside this file: theme.css (plain selectors), layouts/*.hbs, assets/, fonts/. themes/README.md has them all.
`
}

export const newTheme: Action = {
  name: 'new',
  summary: 'begin a theme of your own: a folder that builds at once',
  declare(command) {
    command
      .argument('<name>', 'the folder to make; its last part is the theme’s name')
      .option('--from <theme>', 'the theme it builds on', 'paper')
  },
  async run([target = ''], options) {
    const from = typeof options['from'] === 'string' ? options['from'] : 'paper'
    const name = path.basename(target)
    if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u.test(name)) {
      const hint = 'Take letters, figures and hyphens, as in: recap theme new acme.'
      const message = `“${target}” cannot be a theme’s name.`
      throw new DeckError({ code: 'cli/bad-name', message, hint }, { blame: 'usage' })
    }
    if (existsSync(target)) {
      const hint = 'Take another name, or take that folder away first.'
      throw new DeckError(
        { code: 'cli/exists', message: `There is a “${target}” already.`, hint },
        { blame: 'usage' },
      )
    }
    const [{ loadTheme }, { writeWhole }] = await Promise.all([
      import('../../theme/load.js'),
      import('../../shared/files.js'),
    ])
    const parent = await loadTheme(from, '.')
    // A path is seen from the new folder.
    const seen = /[\\/]/.test(from) && !from.startsWith('@') ? path.relative(target, from) : from
    const file = path.join(target, 'theme.yaml')
    await writeWhole(file, writeYaml(name, seen, parent))
    printLine(file)
    const way = /[\\/]/.test(target) ? target : `./${target}`
    const asked = way.includes(' ') ? `"${way}"` : way
    printTalk(
      `Build with it: recap build notes.md --theme ${asked}\nLook at it:    recap theme preview ${asked}`,
    )
    return exitCodes.done
  },
}
