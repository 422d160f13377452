// Turns a found Chrome into a running process, in the safest way this machine allows. The ways are tried in order:
// in namespaces of its own (no network at all, and the sandbox works even for root), plainly, and without sandbox.

import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Readable, Writable } from 'node:stream'

const UNSHARE = '/usr/bin/unshare'
/** What Chrome says when its sandbox cannot work: root, or a kernel that forbids user namespaces. */
const SANDBOX_TROUBLE = /sandbox|namespace|running as root/i
const KEPT_CHARS = 4000

export type Way = {
  readonly name: 'walled' | 'plain' | 'open'
  /** Chrome's own sandbox around what a page runs. */
  readonly sandboxed: boolean
  /** The operating system gives Chrome no network. */
  readonly offline: boolean
  /** Put before the program. */
  readonly before: readonly string[]
  readonly flags: readonly string[]
  /** Whether to try the next way when Chrome has ended by itself at start, with these last words. */
  readonly goOnAfter: (lastWords: string) => boolean
}

export type Started = {
  readonly child: ChildProcess
  readonly toChrome: Writable
  readonly fromChrome: Readable
  /** The last lines of stderr, at most. */
  readonly lastWords: () => string
  readonly hasEnded: () => boolean
  /** Settles when the process has ended or could not be started; tells how. */
  readonly ended: Promise<string>
}

/** The ways to start Chrome here, the safest first. */
export function waysToStart(): readonly Way[] {
  const root = process.getuid?.() === 0
  const walled: Way = {
    name: 'walled',
    sandboxed: true,
    offline: true,
    // Inside, root is nobody: Chrome refuses its sandbox to uid 0. Files stay readable, for outside nothing changes.
    before: [
      UNSHARE,
      '--user',
      '--net',
      ...(root ? ['--map-user=65534', '--map-group=65534'] : ['--map-current-user']),
    ],
    flags: [],
    goOnAfter: () => true,
  }
  const plain: Way = {
    ...walled,
    name: 'plain',
    offline: false,
    before: [],
    goOnAfter: (words) => SANDBOX_TROUBLE.test(words),
  }
  const open: Way = {
    ...plain,
    name: 'open',
    sandboxed: false,
    flags: ['--no-sandbox'],
    goOnAfter: () => false,
  }
  const canWall = process.platform === 'linux' && existsSync(UNSHARE)
  return [...(canWall ? [walled] : []), ...(root ? [] : [plain]), open]
}

/** Starts the program as the leader of its own process group, so that all of it can be ended at once. */
export function startProgram(
  way: Way,
  path: string,
  flags: readonly string[],
  environment: NodeJS.ProcessEnv,
): Started {
  const [program = path, ...args] = [...way.before, path, ...flags, ...way.flags]
  const child = spawn(program, args, {
    env: environment,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    windowsHide: true,
  })
  let words = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-KEPT_CHARS)
  })
  // Once its leader is gone the rest is of no use, and would hold stderr open.
  child.once('exit', () => killGroup(child))
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    // `close` and not `exit`: only then has all of stderr been read.
    child.once('close', (code, signal) =>
      resolve(signal === null ? `it ended with code ${code}` : `it was ended by ${signal}`),
    )
  })
  const [, , , toChrome, fromChrome] = child.stdio
  if (!isWritable(toChrome) || !isReadable(fromChrome)) throw new Error('spawn gave no pipes')
  return {
    child,
    toChrome,
    fromChrome,
    ended,
    lastWords: () => lastLines(words),
    hasEnded: () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null,
  }
}

/** Ends the whole process group at once; does nothing when it is gone. Synchronous, for use while the process exits. */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}

function lastLines(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.slice(-8).join('\n')
}

type Stdio = ChildProcess['stdio'][number] | undefined

function isWritable(stream: Stdio): stream is Writable {
  return stream !== null && stream !== undefined && 'write' in stream
}

function isReadable(stream: Stdio): stream is Readable {
  return stream !== null && stream !== undefined && 'read' in stream
}
