// The bundled page script, and the content policy that lets the page run it and nothing else.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { once } from '../shared/once.js'
import { pageScriptFile } from '../shared/package-files.js'
import { DeckError } from '../shared/problem.js'

const hashOf = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`

export type PageScript = { readonly source: string; readonly policy: string }

async function readPageScript(): Promise<PageScript> {
  let source: string
  try {
    source = await readFile(pageScriptFile, 'utf8')
  } catch (cause) {
    const hint = 'Run npm run build.'
    const message = `The page script “${pageScriptFile}” is missing.`
    throw new DeckError({ code: 'deck/no-page-script', message, hint }, { blame: 'machine', cause })
  }
  // Inside a script element only this sequence could end it.
  const safe = source.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
  // Everything the deck shows is in it: nothing may be loaded, no form sent, no frame opened.
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(safe)}`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return { source: safe, policy }
}

/** Read once per process. Throws DeckError `deck/no-page-script` when the program was not built. */
export const loadPageScript = once(readPageScript)
