// What the tests of this room share: one unpacked Chrome for all of them, and ways to see what one leaves behind.

import { readdirSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OpenOptions, openChrome } from '../../src/chrome/connect.js'
import { DeckError } from '../../src/shared/problem.js'

/** Kept between runs: unpacking takes 2 s. Made before any test changes TMPDIR. */
export const cacheDir = join(tmpdir(), 'recapdeck-test-cache')

export const READY = '<script>window.recapReport = { slides: 1 }</script>'

export function openTestChrome(options: Partial<OpenOptions> = {}) {
  return openChrome({ cacheDir, ...options })
}

/** The pids of a process group that still run; zombies nobody has reaped do not count. */
export function runningInGroup(group: number | undefined): readonly string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false
    try {
      // pid (name) state ppid pgrp …; the name may hold blanks.
      const [state, , pgrp] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
      return Number(pgrp) === group && state !== 'Z'
    } catch {
      return false
    }
  })
}

/** Writes a shell script to be taken for a Chrome. */
export async function fakeChrome(body: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'recapdeck-test-')), 'chrome')
  await writeFile(path, `#!/bin/sh\n${body}\n`)
  await chmod(path, 0o755)
  return path
}

/** What a promise fails with, which must be a DeckError. */
export async function problemOf(work: Promise<unknown>): Promise<DeckError['problem'] & { blame: string }> {
  const error = await work.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof DeckError)) throw error
  return { ...error.problem, blame: error.blame }
}
