// THE SHELF of commands, in the order --help lists them.
import type { Command } from '../command.js'
import { build } from './build.js'
import { present } from './present.js'
import { theme } from './theme.js'

export const commands: readonly Command[] = [build, present, theme]
