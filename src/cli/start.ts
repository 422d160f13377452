#!/usr/bin/env node
// The program's text (build.mjs) → the program, running. Compiled anew it takes longer to start than to make a deck, so what V8
// makes of it is kept, for each command by itself: none loads what only another needs.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import vm from 'node:vm'
import { readEnvironment } from '../config/environment.js'
import { readCode, writeCode } from './code-cache.js'

/** The hash of the text; build.mjs writes it in. */
declare const programHash: string

/** So long after a start that does not end by itself, all that it takes has run. */
const settledMs = 5000

const text = fileURLToPath(new URL('program.js', import.meta.url))
const [, , word = ''] = process.argv
const command = /^[a-z]{1,12}$/.test(word) ? word : 'help'
const keptFor = [command, programHash, process.version, process.arch].join('-')
const file = path.join(readEnvironment().cacheDir, 'program', keptFor)
const kept = readCode(file)
const script = new vm.Script(readFileSync(text, 'latin1'), {
  filename: text,
  ...(kept ? { cachedData: kept.bytes } : {}),
})
/** What a script cannot do by itself, and where it lies → the parts of it that have run, by name. */
type Program = (
  require: NodeJS.Require,
  load: (name: string) => Promise<unknown>,
  url: string,
) => ReadonlyMap<string, unknown>
const program: Program = script.runInThisContext()
const ran = program(createRequire(import.meta.url), (name) => import(name), import.meta.url)

const known = new Set(script.cachedDataRejected ? [] : kept?.parts)
/** Only now: what ran is compiled, and is what the next run needs. */
function keep(): void {
  const parts = [...ran.keys()]
  if (parts.every((part) => known.has(part))) return
  for (const part of parts) known.add(part)
  writeCode(file, { bytes: script.createCachedData(), parts: [...known] })
}
process.once('exit', keep)
setTimeout(keep, settledMs).unref()
