// A theme's own font files → families by the names they bear inside, with their weights: TTF or WOFF2, static or variable.
// Outlines must be TrueType: Chromium puts others into a PDF as Type 3.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { DeckError, type Problem } from '../../shared/problem.js'
import { viewOf } from './bytes.js'
import type { InstalledFamily } from './catalog.js'
import { readCmap } from './cmap.js'
import { readNames } from './name.js'
import type { Rule } from './rule.js'
import { readTables, type Tables, tableOf } from './sfnt.js'
import { readWoff2 } from './woff2-read.js'

type OwnFace = {
  readonly name: string
  readonly rule: Rule
  readonly hasHan: boolean
  readonly hash: string
  readonly restricted: boolean
}
/** Typographic family before the family of four styles (OpenType specification, `name`). */
const familyIds = [16, 1]
const [italicBit, restrictedLicence, licenceBits] = [1, 2, 0xf]
const han = 0x4e00

function refuse(file: string, message: string, hint: string, cause?: unknown): DeckError {
  const options = cause === undefined ? {} : { cause }
  return new DeckError(
    { code: 'theme/bad-font', message: `The font “${path.basename(file)}” ${message}.`, hint, at: { file } },
    options,
  )
}

function openFile(bytes: Uint8Array, file: string): Tables {
  const kind = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  const flavour = kind === 'wOF2' ? Buffer.from(bytes.subarray(4, 8)).toString('latin1') : kind
  if (flavour === 'OTTO')
    throw refuse(
      file,
      'has PostScript outlines, which a PDF would hold as Type 3',
      'Put its TrueType edition there (.ttf, or .woff2 made of it).',
    )
  if (kind === 'wOFF') throw refuse(file, 'is of the old WOFF', 'Put its .ttf or .woff2 there instead.')
  try {
    return kind === 'wOF2' ? readWoff2(bytes) : readTables(bytes)
  } catch (cause) {
    throw refuse(file, 'is damaged, or is no font', 'Put a whole .ttf or .woff2 file there.', cause)
  }
}

/** The axes of a variable font with their least, usual and greatest values; none for a static font. */
function readAxes(tables: Tables): ReadonlyMap<string, readonly [number, number, number]> {
  const fvar = tables.get('fvar')
  if (fvar === undefined) return new Map()
  const view = viewOf(fvar)
  const [first, count, size] = [view.getUint16(4), view.getUint16(8), view.getUint16(10)]
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const at = first + index * size
      const value = (offset: number) => view.getInt32(at + offset) / 65536
      const tag = Buffer.from(fvar.subarray(at, at + 4)).toString('latin1')
      return [tag, [value(4), value(8), value(12)]] as const
    }),
  )
}

function readFace(bytes: Uint8Array, file: string): OwnFace {
  const tables = openFile(bytes, file)
  try {
    const names = new Map(readNames(tableOf(tables, 'name')).map(({ id, text }) => [id, text]))
    const text = familyIds.map((id) => names.get(id)).find((found) => found !== undefined)
    const os2 = viewOf(tableOf(tables, 'OS/2'))
    const axes = readAxes(tables)
    const [lightest, , heaviest] = axes.get('wght') ?? [os2.getUint16(4), 0, os2.getUint16(4)]
    const others = [...axes]
      .filter(([tag]) => tag !== 'wght')
      .map(([tag, [, usual]]) => [tag, usual] as const)
    return {
      name: text === undefined ? path.parse(file).name : new TextDecoder('utf-16be').decode(text),
      rule: {
        file,
        ranges: [[0, 0x10ffff]],
        italic: (os2.getUint16(62) & italicBit) !== 0,
        lightest,
        heaviest,
        axes: Object.fromEntries(others),
      },
      hasHan: readCmap(tableOf(tables, 'cmap')).has(han),
      hash: createHash('sha256').update(bytes).digest('hex'),
      restricted: (os2.getUint16(8) & licenceBits) === restrictedLicence,
    }
  } catch (cause) {
    throw refuse(file, 'is damaged, or is no font', 'Put a whole .ttf or .woff2 file there.', cause)
  }
}

/**
 * Reads the files; the first of two alike wins. Throws DeckError `theme/bad-font`, which names the file. A font whose
 * maker forbids embedding is a warning.
 */
export async function readFamilies(
  files: readonly string[],
): Promise<{ readonly families: readonly InstalledFamily[]; readonly problems: readonly Problem[] }> {
  const faces = await Promise.all(files.map(async (file) => readFace(await readFile(file), file)))
  const names = [...new Set(faces.map(({ name }) => name))]
  const families = names.map((name): InstalledFamily => {
    const own = faces.filter((face) => face.name === name)
    const letters = name.replace(/[^A-Za-z0-9]/g, '')
    return {
      name,
      package: `theme/${letters}`,
      sheets: [],
      script: own.some(({ hasHan }) => hasHan) ? 'cjk' : 'latin',
      licence: 'its maker’s',
      cutName: `DeckOwn${letters}`,
      version: createHash('sha256')
        .update(own.map(({ hash }) => hash).join())
        .digest('hex')
        .slice(0, 16),
      folder: path.dirname(own[0]?.rule.file ?? ''),
      // As in a style sheet, the last wins.
      rules: own.map(({ rule }) => rule).toReversed(),
    }
  })
  const problems = faces
    .filter(({ restricted }) => restricted)
    .map(
      ({ name, rule }): Problem => ({
        code: 'theme/font-licence',
        severity: 'warning',
        message: `The font “${name}” says of itself that it may not be embedded in documents.`,
        hint: 'Ask its maker, or take another font.',
        at: { file: rule.file },
      }),
    )
  return { families, problems }
}
