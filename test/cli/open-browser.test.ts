// `recap present --open` on desktops that do as they are asked, refuse, or are not there. Linux's way of asking.
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { emptyFolder } from '../helpers/cli.js'
import { present } from '../helpers/present.js'

const notes = '# A\n- one\n'

/** A folder to be all of PATH, with an xdg-open in it that runs the script. */
async function desktop(script?: string): Promise<string> {
  const folder = path.join(await emptyFolder(), 'bin')
  await mkdir(folder)
  if (script === undefined) return folder
  await writeFile(path.join(folder, 'xdg-open'), `#!/bin/sh\n${script}\n`)
  await chmod(path.join(folder, 'xdg-open'), 0o755)
  return folder
}

it('hands the address to the desktop', async () => {
  const folder = await desktop('echo "$@" > "$ASKED.new"; /bin/mv "$ASKED.new" "$ASKED"; echo asked >&2')
  const asked = path.join(folder, 'asked')
  await using shown = await present(notes, { args: ['--open'], env: { PATH: folder, ASKED: asked } })
  const read = () => readFile(asked, 'utf8').catch(() => undefined)
  await expect.poll(read, { timeout: 20_000 }).toBe(`${shown.url}\n`)
  expect(shown.said().stderr).not.toContain('No browser')
})

it.each([
  ['refuses', 'exit 3'],
  ['is not there', undefined],
])('says so where the desktop %s, and serves all the same', async (_, script) => {
  await using shown = await present(notes, { args: ['--open'], env: { PATH: await desktop(script) } })
  await shown.hears(`No browser could be opened. Open ${shown.url} yourself.`)
  expect(await shown.stop()).toBe(130)
})
