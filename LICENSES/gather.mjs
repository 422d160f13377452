// The installed font packages → LICENSES/fonts.txt: each with its copyright, and the texts they are under, once each.
// Run it after a font is added: node LICENSES/gather.mjs > LICENSES/fonts.txt
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const read = (...parts) =>
  readFileSync(path.join(root, ...parts), 'utf8')
    .replaceAll('\r\n', '\n')
    .trim()
const { dependencies } = JSON.parse(read('package.json'))
const packages = Object.keys(dependencies).filter((name) => /^@fontsource|wenkai|^katex$/.test(name))

const texts = new Map()
for (const name of packages.toSorted()) {
  const file = ['OFL.txt', 'LICENSE'].find((file) => existsSync(path.join(root, 'node_modules', name, file)))
  const whole = read('node_modules', name, file)
  // Who holds the copyright stands before what is allowed.
  const start = whole.search(/^(This Font Software is licensed|Permission is hereby granted)/m)
  const holders = whole.slice(0, start).trim()
  const text = whole.slice(start).replace(/[ \t]+$/gm, '')
  const key = text.replace(/\W+/g, ' ').toLowerCase()
  const known = texts.get(key) ?? { text, of: [] }
  texts.set(key, known)
  known.of.push(`${name}\n${holders.replace(/^/gm, '  ')}`)
}
const parts = [...texts.values()].map(({ of, text }) => `${of.join('\n\n')}\n\n${text}`)
const emoji = `@twemoji/svg (the pictures of emoji)
  Copyright Twitter, Inc and other contributors; since version 15 its makers at https://github.com/jdecked/twemoji
  CC-BY 4.0: https://creativecommons.org/licenses/by/4.0/legalcode

The package they come in:

${read('node_modules', '@twemoji/svg', 'license')}`
const line = '-'.repeat(80)
process.stdout.write(
  `What a deck may hold that is not ours: fonts, cut to the letters used, and emoji.\n\n${[...parts, emoji].join(`\n\n${line}\n\n`)}\n`,
)
