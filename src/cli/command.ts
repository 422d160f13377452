// The type of a command: its words for --help, and what it does. Heavy imports belong inside `run`.
import type { Command as CommanderCommand } from 'commander'

export type Action = {
  readonly name: string
  readonly summary: string
  /** Declares arguments and options. */
  declare(command: CommanderCommand): void
  /** Does the work and gives the exit code. */
  run(values: readonly string[], options: Readonly<Record<string, unknown>>): Promise<number>
}

/** Several actions under one word, as in `recap theme list`. */
export type ActionGroup = {
  readonly name: string
  readonly summary: string
  readonly actions: readonly Action[]
}

export type Command = Action | ActionGroup
