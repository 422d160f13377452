// src/page → dist/page/page.js: one script with reveal.js and its plugins in it, for the deck's HTML to inline.
import { build } from 'esbuild'

await build({
  entryPoints: ['src/page/main.ts'],
  outfile: 'dist/page/page.js',
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'chrome120',
  charset: 'utf8',
  legalComments: 'inline',
  logLevel: 'warning',
})
