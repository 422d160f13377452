// The built program, run as a user runs it.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root } from './notes.js'

export type Run = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

export const programFile = path.join(root, 'dist/program/recap.js')

/** Runs `recap …` in `cwd`; stops it with `signal` as soon as `when` has shown on stderr or stdout. */
export function recap(
  args: readonly string[],
  cwd: string = root,
  env: NodeJS.ProcessEnv = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [programFile, ...args], { cwd, env: { ...process.env, ...env } })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

export const emptyFolder = (): Promise<string> => mkdtemp(path.join(tmpdir(), 'recap-test-'))

const childrenOf = (pid: number): readonly number[] => {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(/\s+/)
      .filter(Boolean)
      .map(Number)
  } catch {
    return []
  }
}

/** Whether the process runs: not gone, and not merely waiting to be reaped. */
export function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

/** Starts `recap …`, sends the signal once it has started a browser, and waits for the end of both. Linux only. */
export async function stopWithBrowser(args: readonly string[], cwd: string, signal: NodeJS.Signals) {
  const child = spawn(process.execPath, [programFile, ...args], { cwd, stdio: 'ignore' })
  const { pid } = child
  if (pid === undefined) throw new Error('recap did not start')
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  let browsers: readonly number[] = []
  while (browsers.length === 0 && child.exitCode === null) {
    browsers = childrenOf(pid)
    await new Promise((resolve) => setImmediate(resolve))
  }
  child.kill(signal)
  const code = await ended
  // A killed process stays for the moment the kernel needs; it must go without anybody's help.
  const until = performance.now() + 2000
  while (browsers.some(isRunning) && performance.now() < until)
    await new Promise((resolve) => setImmediate(resolve))
  return { code, browsers }
}

/** Starts `recap …`, kills its browser once `when` is true, and waits for the end of both. Linux only. */
export async function killBrowser(args: readonly string[], cwd: string, when: () => Promise<boolean>) {
  const child = spawn(process.execPath, [programFile, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
  const { pid } = child
  if (pid === undefined) throw new Error('recap did not start')
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  while (child.exitCode === null && !(await when())) await new Promise((resolve) => setImmediate(resolve))
  const browsers = childrenOf(pid)
  for (const browser of browsers) process.kill(browser, 'SIGKILL')
  const code = await ended
  return { code, stderr, browsers }
}
