// The bundled page script, and the content policy that lets the page run it and nothing else.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { once } from '../shared/once.js'
import { pageScriptFile, speakerViewHashFile } from '../shared/package-files.js'
import { DeckError } from '../shared/problem.js'
import type { Audience } from './deck.js'

const hashOf = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`

export type PageScript = {
  readonly source: string
  /** The Chinese letters in it: it says words of its own, in its list of keys. */
  readonly han: string
  readonly policyFor: (audience: Audience) => string
}

async function readPageScript(): Promise<PageScript> {
  let source: string
  let speakerView: string
  try {
    ;[source, speakerView] = await Promise.all([
      readFile(pageScriptFile, 'utf8'),
      readFile(speakerViewHashFile, 'utf8'),
    ])
  } catch (cause) {
    const hint = 'Run npm run build.'
    const message = `The page script “${pageScriptFile}” is missing.`
    throw new DeckError({ code: 'deck/no-page-script', message, hint }, { blame: 'machine', cause })
  }
  // Inside a script element only this sequence could end it.
  const safe = source.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
  // Everything the deck shows is in it: nothing may be loaded, no form sent, no frame opened. Only the speaker's view, a window
  // that takes over this policy, has a script of its own and shows the deck itself in two frames, from a disk or a server.
  const policyFor = (audience: Audience) =>
    [
      "default-src 'none'",
      `script-src ${hashOf(safe)}${audience === 'presenter' ? ` 'sha256-${speakerView}'` : ''}`,
      ...(audience === 'presenter' ? ["frame-src 'self' file:"] : []),
      "style-src 'unsafe-inline'",
      'img-src data:',
      'font-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; ')
  return { source: safe, han: [...new Set(source.match(/\p{Script=Han}/gu))].join(''), policyFor }
}

/** Read once per process. Throws DeckError `deck/no-page-script` when the program was not built. */
export const loadPageScript = once(readPageScript)
