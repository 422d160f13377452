// The house rules that a reader relies on: imports run one way, shelves are lists, every file says what it is.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { layouts } from '../src/slides/layouts/index.js'

const root = path.resolve(import.meta.dirname, '..')
const line = [
  'shared',
  'theme',
  'notes',
  'slides',
  'deck',
  'chrome',
  'export',
  'check',
  'serve',
  'config',
  'pipeline',
  'cli',
  'index',
]
const shelves = ['slides/layouts', 'export/formats', 'check/rules', 'serve/routes', 'cli/commands']

const filesUnder = (dir: string, pattern: RegExp): string[] =>
  readdirSync(path.join(root, dir), { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .map((name) => path.join(dir, name).replaceAll('\\', '/'))

const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const sources = filesUnder('src', /\.(ts|mjs)$/)
const roomOf = (file: string) => (file.split('/')[1] ?? '').replace(/\.ts$/, '')

type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean }

function importsOf(file: string): readonly Import[] {
  const source = read(file)
  const statements = source.matchAll(
    /^\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+'(\.[^']+)'|import\(\s*'(\.[^']+)'/gm,
  )
  return [...statements].map((found) => {
    const target = path.posix.join(path.posix.dirname(file), found[2] ?? found[3] ?? '')
    return { from: file, to: target.replace(/\.js$/, '.ts'), typeOnly: found[1] !== undefined }
  })
}

describe('the house', () => {
  it('has the rooms of the line and no others', () => {
    const rooms = new Set(sources.map(roomOf))
    rooms.delete('page')
    expect([...rooms].filter((room) => !line.includes(room))).toEqual([])
  })

  it('imports only from the own room and from rooms before it in the line', () => {
    const imports = sources.flatMap(importsOf)
    expect(imports.length).toBeGreaterThan(100)
    const back = imports.filter(({ from, to, typeOnly }) => {
      const [here, there] = [roomOf(from), roomOf(to)]
      if (here === there) return false
      if (here === 'page') return true
      if (there === 'page') return !(typeOnly && /^src\/page\/(?:live-)?contract\.ts$/.test(to))
      return line.indexOf(there) > line.indexOf(here) || line.indexOf(there) < 0
    })
    expect(back.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  it('imports nothing in a circle, types neither: each file can be read after those it stands on', () => {
    const importsIn = new Map(sources.map((file) => [file, importsOf(file).map(({ to }) => to)]))
    const done = new Set<string>()
    const circles: string[] = []
    const walk = (file: string, trail: readonly string[]) => {
      if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '))
      if (done.has(file) || trail.includes(file)) return
      for (const to of importsIn.get(file) ?? []) walk(to, [...trail, file])
      done.add(file)
    }
    for (const file of sources) walk(file, [])
    expect(done.size).toBe(sources.length)
    expect(circles).toEqual([])
  })

  it('keeps shelves as plain ordered lists with one file each', () => {
    for (const shelf of shelves) {
      const index = read(`src/${shelf}/index.ts`)
      expect(index, shelf).not.toMatch(/=>|function|\bif\b/)
      const listed = [...index.matchAll(/from '\.\/([\w-]+)\.js'/g)].map((found) => found[1])
      const held = readdirSync(path.join(root, 'src', shelf)).map((name) => name.replace(/\.ts$/, ''))
      const kept = held.filter((name) => name !== 'index')
      expect(listed.toSorted(), shelf).toEqual(kept.toSorted())
    }
  })

  it('has no barrel files beside the shelves and the public API', () => {
    const indexes = sources.filter((file) => file.endsWith('/index.ts')).map((file) => file.slice(4, -9))
    expect(indexes.filter((dir) => !shelves.includes(dir) && !['page/fit', ''].includes(dir))).toEqual([])
  })

  it('gives every layout a template, a style and the smallest example', () => {
    for (const { name } of layouts) {
      for (const file of [
        `templates/layouts/${name}.hbs`,
        `templates/layouts/${name}.css`,
        `examples/layouts/${name}.md`,
      ]) {
        expect(read(file).trim(), file).not.toBe('')
      }
    }
    const drawn = readdirSync(path.join(root, 'templates/layouts')).map((file) => file.replace(/\.\w+$/, ''))
    expect([...new Set(drawn)].toSorted()).toEqual(layouts.map(({ name }) => name).toSorted())
  })

  it('opens every source file by saying what it is', () => {
    const silent = sources.filter((file) => !/^(#!.*\n)?\/\/ \S/.test(read(file)))
    expect(silent).toEqual([])
  })

  it('takes of zod what is used alone: by its name `z` all its languages would be in the program', () => {
    const imports = sources.filter((file) => /from 'zod'/.test(read(file)))
    expect(imports.length).toBeGreaterThan(5)
    expect(imports.filter((file) => !read(file).includes("import * as z from 'zod'"))).toEqual([])
  })

  it('keeps source files within 200 lines', () => {
    const long = sources
      .map((file) => [file, read(file).split('\n').length - 1] as const)
      .filter(([, lines]) => lines > 200)
    expect(long).toEqual([])
  })

  it('reads the environment in two files and ends the process in one', () => {
    const using = (pattern: RegExp) => sources.filter((file) => pattern.test(read(file)))
    expect(using(/process\.env\b/).toSorted()).toEqual(['src/chrome/find.ts', 'src/config/environment.ts'])
    expect(using(/process\.exit(Code)?\b\s*[=(]/)).toEqual(['src/cli/main.ts'])
  })

  it('uses no any, no cast and no assertion that something is there', () => {
    const cheating = sources.flatMap((file) =>
      read(file)
        .split('\n')
        .filter((text) => !/^\s*(\/\/|\*|\/\*)|^\s*(import|export) .*\bas\b|\bas const\b/.test(text))
        .filter((text) =>
          /\bas (?!const\b)[A-Z{(]\w*|: any\b|<any>/.test(text.replace(/'[^']*'|`[^`]*`/g, '')),
        )
        .map((text) => `${file}: ${text.trim()}`),
    )
    expect(cheating).toEqual([])
  })
})
