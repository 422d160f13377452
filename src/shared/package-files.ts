// Where the program's own files lie: templates, themes, the page script, and the packages it stands on.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)

/** The package's root, from `src/shared` and from `dist/shared` alike. */
export const packageRoot = fileURLToPath(new URL('../..', import.meta.url))
export const templatesDir = path.join(packageRoot, 'templates')
export const themesDir = path.join(packageRoot, 'themes')
/** The one script that runs in the page, bundled by `npm run build`. */
export const pageScriptFile = path.join(packageRoot, 'dist', 'page', 'page.js')
/** The same and what keeps a served deck up to date. */
export const liveScriptFile = path.join(packageRoot, 'dist', 'page', 'live.js')
/** The script of the worker by which a browser's windows listen to the server. */
export const listenScriptFile = path.join(packageRoot, 'dist', 'page', 'listen.js')
/** The script of the speaker's page. */
export const speakerScriptFile = path.join(packageRoot, 'dist', 'page', 'speaker.js')
/** The hash of the script that reveal.js's speaker view runs in a window of its own, for the policy of a speaker's deck. */
export const speakerViewHashFile = path.join(packageRoot, 'dist', 'page', 'speaker-view.sha256')
/** The script that measures contrast in the page, for checking themes. */
export const contrastScriptFile = path.join(packageRoot, 'dist', 'page', 'contrast.js')
/** The script that lays slides on sheets of paper, for handouts. */
export const handoutScriptFile = path.join(packageRoot, 'dist', 'page', 'handout.js')
/** GitHub's names for emoji, an emoji a line with its names, written by `npm run build`. */
export const shortcodesFile = path.join(packageRoot, 'dist', 'shortcodes.txt')
/** Pictures of emoji, a line each: code points in hexadecimal joined by “-”, a space, an SVG. Written by `npm run build`. */
export const emojiFile = path.join(packageRoot, 'dist', 'emoji.txt')

/** A file of an installed package by its exported name, such as `reveal.js/reveal.css`. */
export function packageFile(specifier: string): string {
  return require.resolve(specifier)
}

/** This program's version, from package.json. */
export function ownVersion(): string {
  const parsed: unknown = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8'))
  const known = typeof parsed === 'object' && parsed !== null && 'version' in parsed
  return known && typeof parsed.version === 'string' ? parsed.version : '0.0.0'
}
