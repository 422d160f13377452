// `recap theme`: the themes there are, a new one, what they look like, and whether one is good.
import type { ActionGroup } from '../command.js'
import { check } from '../theme/check.js'
import { exportTheme } from '../theme/export.js'
import { list } from '../theme/list.js'
import { newTheme } from '../theme/new.js'
import { preview } from '../theme/preview.js'

export const theme: ActionGroup = {
  name: 'theme',
  summary: 'list, begin, look at, check and export themes',
  actions: [list, newTheme, preview, check, exportTheme],
}
