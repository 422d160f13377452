// A family's style sheets → the slices (font files, each with a part of the letters) of the face nearest to a request.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { InstalledFamily } from './catalog.js'
import type { Rule, Slice } from './rule.js'

/** One weight and style: `pin` is the value for a variable font's `wght` axis, none for a static font. */
export type SlicedFace = { readonly pin?: number; readonly slices: readonly Slice[] }
const sheetsRead = new Map<string, Promise<readonly Rule[]>>()

/**
 * The slices in the sheets' order, for the wanted weight (1–1000) or the nearest there is; upright if there is no italic.
 * Throws Error when the package's sheets declare no font.
 */
export async function readSlices(
  family: InstalledFamily,
  weight: number,
  style: 'normal' | 'italic',
): Promise<SlicedFace> {
  const all = family.rules ?? (await readOnce(family))
  const ofStyle = all.filter((rule) => rule.italic === (style === 'italic'))
  const rules = ofStyle.length > 0 ? ofStyle : all
  const nearest = Math.min(...rules.map((rule) => distance(rule, weight)))
  const atDistance = rules.filter((rule) => distance(rule, weight) === nearest)
  // Between two equally near weights CSS takes the bolder for 500 and more, else the lighter.
  const edges = atDistance.map((rule) => rule.lightest)
  const edge = weight >= 500 ? Math.max(...edges) : Math.min(...edges)
  const chosen = atDistance.filter((rule) => rule.lightest === edge)
  const [first] = chosen
  if (first === undefined) throw new Error(`The package ${family.package} declares no font.`)
  const slices = chosen.map(({ file, ranges, axes = {} }) => ({ file, ranges, axes }))
  const pin = Math.min(Math.max(weight, first.lightest), first.heaviest)
  return first.lightest === first.heaviest ? { slices } : { slices, pin }
}

function distance(rule: Rule, weight: number): number {
  return Math.max(rule.lightest - weight, weight - rule.heaviest, 0)
}

function readOnce(family: InstalledFamily): Promise<readonly Rule[]> {
  const key = `${family.folder} ${family.face ?? ''}`
  const reading = sheetsRead.get(key) ?? readSheets(family)
  sheetsRead.set(key, reading)
  return reading
}

async function readSheets(family: InstalledFamily): Promise<readonly Rule[]> {
  const sheets = family.sheets.map((sheet) => path.join(family.folder, sheet))
  const rules = await Promise.all(
    sheets.map(async (sheet) => parseSheet(sheet, await readFile(sheet, 'utf8'), family)),
  )
  return rules.flat()
}

function parseSheet(sheet: string, css: string, { face, declaresLess }: InstalledFamily): readonly Rule[] {
  const rules: Rule[] = []
  for (const [, body = ''] of css.matchAll(/@font-face\s*\{([^}]*)\}/g)) {
    const url = /url\(['"]?([^'")]+\.woff2)['"]?\)/.exec(body)?.[1]
    if (url === undefined) continue
    if (face !== undefined && readWord(body, 'font-family').replace(/["']/g, '') !== face) continue
    const weights = readWord(body, 'font-weight').split(/\s+/)
    const [lightest = 400, heaviest = lightest] = weights.map((word) => namedWeights[word] ?? Number(word))
    rules.push({
      file: path.join(path.dirname(sheet), url),
      ranges: parseRanges(declaresLess ? '' : readWord(body, 'unicode-range')),
      italic: readWord(body, 'font-style') === 'italic',
      lightest,
      heaviest,
    })
  }
  return rules
}

const namedWeights: Readonly<Record<string, number>> = { normal: 400, bold: 700 }

function readWord(body: string, property: string): string {
  return new RegExp(`${property}:\\s*([^;}]+)`).exec(body)?.[1]?.trim() ?? ''
}

/** No range at all means every letter, as in CSS. */
function parseRanges(text: string): readonly (readonly [number, number])[] {
  if (text === '') return [[0, 0x10ffff]]
  const ranges = text.split(',').map((range): readonly [number, number] => {
    const [first = 0, last = first] = range
      .trim()
      .slice(2)
      .split('-')
      .map((hex) => Number.parseInt(hex, 16))
    return [first, last]
  })
  return ranges.sort(([a], [b]) => a - b)
}

/** Whether the sheet says that this slice has the letter. A search by halves: a family has some 13,000 ranges. */
export function declares({ ranges }: Slice, point: number): boolean {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    const [first, last] = ranges[middle] ?? [0, 0]
    if (point < first) high = middle
    else if (point > last) low = middle + 1
    else return true
  }
  return false
}
