// Bundles one of the scripts beside this file, with the reader it judges, and runs it: node test/notes/voices/run.mjs train

import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const [name = 'report', ...rest] = process.argv.slice(2)
const outfile = path.resolve('dist/voices', `${name}.mjs`)
await build({
  entryPoints: [path.join(import.meta.dirname, `${name}.ts`)],
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  outfile,
  logLevel: 'warning',
})
process.argv.splice(2, process.argv.length, ...rest)
await import(pathToFileURL(outfile).href)
