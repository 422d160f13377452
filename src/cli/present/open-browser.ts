// An address → the user's own browser, opened at it.
import { spawn } from 'node:child_process'
import { printTalk } from '../print.js'

const openers: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

/** Opens it, and says so where that cannot be done. */
export function openBrowser(url: string): void {
  const [program, ...words] = openers[process.platform] ?? ['xdg-open']
  const child = spawn(program, [...words, url], { stdio: 'ignore', detached: true })
  const tell = () => printTalk(`No browser could be opened. Open ${url} yourself.`)
  child.on('error', tell)
  child.on('exit', (code) => {
    if (code !== 0) tell()
  })
  child.unref()
}
