// Makes temporary folders whose names tell which process made them, and removes those that a dead process left behind.

import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** recapdeck-<what>-<host>-<pid>-<random>. The host is there because containers may share /tmp but not pids. */
function prefixOf(what: string): string {
  return `recapdeck-${what}-${hostname().replace(/[^\w]/g, '').slice(0, 16)}-`
}

export function makeOwnFolder(parent: string, what: string): Promise<string> {
  return mkdtemp(join(parent, `${prefixOf(what)}${process.pid}-`))
}

/** Removes the folders of processes that are gone; never fails, because it is only tidying. */
export async function sweepDeadFolders(parent: string, what: string): Promise<void> {
  const prefix = prefixOf(what)
  const names = await readdir(parent).catch(() => [])
  const dead = names.filter((name) => {
    if (!name.startsWith(prefix)) return false
    const pid = Number.parseInt(name.slice(prefix.length), 10)
    return Number.isInteger(pid) && !isAlive(pid)
  })
  await Promise.all(
    dead.map((name) => rm(join(parent, name), { recursive: true, force: true }).catch(() => {})),
  )
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // EPERM: there is such a process, of another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
