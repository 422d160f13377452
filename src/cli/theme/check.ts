// `recap theme check`: whether a theme is good: every text read on rendered slides, nothing overflowing, no letter missing.
import type { Chrome } from '../../chrome/chrome.js'
import type { Problem } from '../../shared/problem.js'
import type { Aspect } from '../../theme/aspect.js'
import type { Theme } from '../../theme/theme.js'
import type { Action } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { printLine, printProblem, startProgress } from '../print.js'
import { shareChrome } from '../share-chrome.js'
import type { RoleContrast } from './contrasts.js'

type Checked = { readonly contrasts: readonly RoleContrast[]; readonly problems: readonly Problem[] }

const once = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((problem) => [`${problem.code} ${problem.message}`, problem])).values(),
]

async function checkTheme(
  theme: Theme,
  { chrome, cacheDir, say }: { chrome: Chrome; cacheDir: string; say: (words: string) => void },
): Promise<Checked> {
  const [{ drawIn }, { galleryFiles, stressFile }, { findOverflow }, { measureContrasts, worstOf, tellLow }] =
    await Promise.all([
      import('./draw-in.js'),
      import('./gallery-files.js'),
      import('./overflows.js'),
      import('./contrasts.js'),
    ])
  const aspects: readonly Aspect[] = ['16:9', '4:3', '9:16']
  const found: RoleContrast[] = []
  const problems: Problem[] = [...theme.problems]
  for (const aspect of aspects)
    for (const file of [...galleryFiles, stressFile]) {
      say(`slides in ${aspect}`)
      await using drawn = await drawIn(theme, file, { aspect, chrome, cacheDir })
      problems.push(...drawn.problems, ...(await findOverflow(drawn, theme, aspect)))
      if (aspect !== '16:9' || file === stressFile) continue
      say('contrast')
      found.push(...(await measureContrasts(drawn)))
    }
  const contrasts = worstOf(found)
  return { contrasts, problems: once([...problems, ...tellLow(contrasts, theme)]) }
}

export const check: Action = {
  name: 'check',
  summary:
    'try a theme: contrast of every text as drawn, overflow in three shapes, missing letters, templates',
  declare(command) {
    command
      .argument('<names...>', 'themes by name or path')
      .option('--chrome <path>', 'the Chrome to use, or the ws:// address of one that runs')
      .option('--json', 'one JSON object a theme on standard output')
  },
  async run(names, options) {
    const [{ readEnvironment }, { loadTheme }, { enoughContrast }] = await Promise.all([
      import('../../config/environment.js'),
      import('../../theme/load.js'),
      import('../../theme/contrast.js'),
    ])
    const { cacheDir } = readEnvironment()
    const shared = shareChrome(cacheDir)
    let code: number = exitCodes.done
    try {
      for (const name of names) {
        const theme = await loadTheme(name, '.')
        const chrome = await shared.start(
          typeof options['chrome'] === 'string' ? options['chrome'] : undefined,
        )
        const progress = startProgress(name)
        const { contrasts, problems } = await checkTheme(theme, {
          chrome,
          cacheDir,
          say: progress.say,
        }).finally(progress.end)
        if (options['json'] === true) printLine(JSON.stringify({ theme: name, contrasts, problems }))
        else {
          for (const { role, layout, ratio, ink, behind } of contrasts)
            printLine(
              `${ratio < enoughContrast ? '✗' : '✓'} ${ratio.toFixed(1).padStart(4)}  ${role.padEnd(14)} ${ink} on ${behind}  ${layout}`,
            )
          const lowest = Math.min(...contrasts.map(({ ratio }) => ratio))
          printLine(
            `${name}: ${contrasts.length} text roles, the lowest at ${lowest.toFixed(1)}:1; ${problems.length} problem${problems.length === 1 ? '' : 's'}.`,
          )
        }
        for (const problem of problems) printProblem(problem)
        if (problems.length > 0) code = exitCodes.problems
      }
      return code
    } finally {
      await shared.close()
    }
  },
}
