// The command line → a command's run → the exit code. The only file that ends the process.
import { Command as Program } from 'commander'
import { ownVersion } from '../shared/package-files.js'
import { DeckError } from '../shared/problem.js'
import type { Action } from './command.js'
import { commands } from './commands/index.js'
import { exitCodeOf, exitCodes } from './exit-codes.js'
import { undoAll } from './on-stop.js'
import { printProblem } from './print.js'

const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const

function stopOnSignals(): void {
  for (const [signal, number] of Object.entries(signals)) {
    process.once(signal, () => {
      undoAll()
      process.exit(128 + number)
    })
  }
  // A reader that went away (`recap … | head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.done)
  })
}

async function main(): Promise<number> {
  let code: number = exitCodes.done
  const program = new Program('recap')
    .description('Turns the notes people really type at a conference into a deck they are proud to show.')
    .version(ownVersion(), '-v, --version')
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, '')) })
    .exitOverride()
    .showHelpAfterError('Run recap --help for what there is.')
  const add = (parent: Program, action: Action) => {
    const sub = parent.command(action.name).description(action.summary)
    action.declare(sub)
    sub.exitOverride().action(async () => {
      code = await action.run(sub.args, sub.opts())
    })
  }
  for (const command of commands) {
    if (!('actions' in command)) {
      add(program, command)
      continue
    }
    const group = program.command(command.name).description(command.summary).exitOverride()
    for (const action of command.actions) add(group, action)
  }
  try {
    await program.parseAsync()
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('commander.')) {
      const asked = ['commander.helpDisplayed', 'commander.version', 'commander.help'].includes(
        String(error.code),
      )
      return asked && process.argv.length > 2 ? exitCodes.done : exitCodes.usage
    }
    throw error
  }
  return code
}

function endFor(error: unknown): number {
  undoAll()
  if (error instanceof DeckError) {
    printProblem(error.problem)
    return exitCodeOf[error.blame]
  }
  process.stderr.write(
    `${error instanceof Error ? error.stack : String(error)}\n\nThis is our fault. Please report the lines above.\n`,
  )
  return exitCodes.ourFault
}

stopOnSignals()
main()
  .catch(endFor)
  .then((code) => {
    process.exitCode = code
  })
