// Glyphs picked from several static fonts of one family → one font. A `base` font keeps all its glyphs and its layout
// tables (kerning, ligatures); picked glyphs bring none, save that Chinese punctuation is given `halt`.
import { makeSink, viewOf } from './bytes.js'
import { writeCmap } from './cmap.js'
import { blank, type Face, type Glyph } from './face.js'
import { makeHalt } from './halt.js'
import { writeNames } from './name.js'
import { boxOf, drawBar, isComposite, renumberComponents, sizeOf } from './outline.js'
import { type Tables, tableOf, writeSfnt } from './sfnt.js'

export type Merge = {
  /** Kept whole, as the font's first glyphs. */
  readonly base?: Face
  /** Code point → the font to take its glyph from. */
  readonly picks: ReadonlyMap<number, Face>
  /** Chinese or Japanese: `halt` is made, and the dash fills its em. */
  readonly fullWidth: boolean
  /** Code points drawn as nothing, with no width. */
  readonly blanks: readonly number[]
  /** Glyphs of our own drawing. */
  readonly drawn?: ReadonlyMap<number, Glyph>
  /** The merged font's own name, plain ASCII without spaces. */
  readonly name: string
  /** Whether it is under the Open Font License, which then stands in it. */
  readonly open: boolean
}

const emDash = 0x2014
const layoutTags = ['GDEF', 'GPOS', 'GSUB']
const copiedTags = ['OS/2', 'gasp', 'hhea']
/** `maxp` fields that are the greatest of the merged fonts': points, contours, stack, components and their depth. */
const maxpFields = [6, 8, 10, 12, 24, 28, 30]

/** Merges into one TrueType font (uncompressed). Throws Error when nothing is picked or the fonts' em sizes differ. */
export function mergeFaces({ base, picks, fullWidth, blanks, drawn, name, open }: Merge): Uint8Array {
  const faces = [...new Set([...(base === undefined ? [] : [base]), ...picks.values()])]
  const [model] = faces
  if (model === undefined) throw new Error('A font needs at least one glyph.')
  if (faces.some((face) => face.unitsPerEm !== model.unitsPerEm))
    throw new Error('The slices differ in em size.')

  const { glyphs, codePoints } = placeGlyphs(model, base, picks)
  if (blanks.length > 0) {
    for (const point of blanks) codePoints.set(point, glyphs.length)
    glyphs.push(blank)
  }
  for (const [point, glyph] of drawn ?? []) {
    codePoints.set(point, glyphs.length)
    glyphs.push(glyph)
  }
  if (fullWidth) fillEmDash(glyphs, codePoints, model.unitsPerEm)
  const halt = fullWidth ? makeHalt(codePoints, glyphs, model.unitsPerEm) : undefined

  const tables = new Map<string, Uint8Array>()
  for (const tag of base === undefined ? copiedTags : [...copiedTags, ...layoutTags]) {
    const table = model.tables.get(tag)
    if (table !== undefined) tables.set(tag, table)
  }
  for (const [tag, table] of writeOutlines(glyphs, model)) tables.set(tag, table)
  tables.set('cmap', writeCmap(codePoints))
  tables.set('maxp', writeMaxp(faces, model, glyphs))
  tables.set('name', writeNames(tableOf(model.tables, 'name'), name, open))
  tables.set('post', writePost(model))
  if (halt !== undefined) tables.set('GPOS', halt)
  return writeSfnt(tables)
}

/** Numbers the glyphs: the base's as they were (else only “no such glyph”), then the picks by code point. */
function placeGlyphs(model: Face, base: Face | undefined, picks: ReadonlyMap<number, Face>) {
  const glyphs: Glyph[] = []
  const codePoints = new Map<number, number>(base?.codePoints)
  for (let index = 0; index < (base?.glyphCount ?? 1); index++) glyphs.push(model.glyph(index))
  // “No such glyph” comes without ink, but a font that has no ink at all is refused.
  if (base === undefined) glyphs[0] = { ...model.glyph(0), outline: drawBar(model.unitsPerEm, 0, 1) }

  const placed = new Map<Face, Map<number, number>>()
  const place = (face: Face, original: number): number => {
    if (original === 0 || face === base) return original
    const ofFace = placed.get(face) ?? new Map<number, number>()
    placed.set(face, ofFace)
    const known = ofFace.get(original)
    if (known !== undefined) return known
    const index = glyphs.length
    ofFace.set(original, index)
    const glyph = face.glyph(original)
    glyphs.push(glyph)
    if (isComposite(glyph.outline))
      glyphs[index] = { ...glyph, outline: renumberComponents(glyph.outline, (part) => place(face, part)) }
    return index
  }
  for (const [point, face] of [...picks].sort(([a], [b]) => a - b))
    codePoints.set(point, place(face, face.codePoints.get(point) ?? 0))
  return { glyphs, codePoints }
}

/** Redraws U+2014 as a bar of one em: without the sources' ligature, `——` would show a gap. */
function fillEmDash(glyphs: Glyph[], codePoints: ReadonlyMap<number, number>, unitsPerEm: number): void {
  const index = codePoints.get(emDash)
  const box = index === undefined ? undefined : boxOf(glyphs[index]?.outline ?? new Uint8Array())
  if (index === undefined || box === undefined) return
  glyphs[index] = { outline: drawBar(unitsPerEm, box.yMin, box.yMax), advance: unitsPerEm, bearing: 0 }
}

function writeOutlines(glyphs: readonly Glyph[], model: Face): Tables {
  const glyf = makeSink(1 << 18)
  const loca = makeSink(4 * glyphs.length + 4)
  const hmtx = makeSink(4 * glyphs.length)
  for (const { outline, advance, bearing } of glyphs) {
    loca.u32(glyf.size())
    glyf.add(outline)
    glyf.pad4()
    hmtx.u16(advance)
    hmtx.i16(bearing)
  }
  loca.u32(glyf.size())

  const boxes = glyphs.map((glyph) => boxOf(glyph.outline)).filter((box) => box !== undefined)
  const head = Uint8Array.from(tableOf(model.tables, 'head'))
  const headView = viewOf(head)
  headView.setInt16(36, Math.min(0, ...boxes.map((box) => box.xMin)))
  headView.setInt16(38, Math.min(0, ...boxes.map((box) => box.yMin)))
  headView.setInt16(40, Math.max(0, ...boxes.map((box) => box.xMax)))
  headView.setInt16(42, Math.max(0, ...boxes.map((box) => box.yMax)))
  headView.setInt16(50, 1)
  const hhea = Uint8Array.from(tableOf(model.tables, 'hhea'))
  viewOf(hhea).setUint16(10, Math.max(...glyphs.map((glyph) => glyph.advance)))
  viewOf(hhea).setUint16(34, glyphs.length)
  return new Map([
    ['glyf', glyf.bytes()],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', hmtx.bytes()],
    ['loca', loca.bytes()],
  ])
}

function writeMaxp(faces: readonly Face[], model: Face, glyphs: readonly Glyph[]): Uint8Array {
  const maxp = Uint8Array.from(tableOf(model.tables, 'maxp'))
  const view = viewOf(maxp)
  view.setUint16(4, glyphs.length)
  for (const at of maxpFields)
    view.setUint16(at, Math.max(...faces.map((face) => viewOf(tableOf(face.tables, 'maxp')).getUint16(at))))
  // What we draw ourselves (bars, boxes) counts as well.
  const sizes = glyphs.map(({ outline }) => sizeOf(outline))
  view.setUint16(6, Math.max(view.getUint16(6), ...sizes.map(({ points }) => points)))
  view.setUint16(8, Math.max(view.getUint16(8), ...sizes.map(({ contours }) => contours)))
  return maxp
}

/** `post` without glyph names (version 3): PDF and page need none. */
function writePost(model: Face): Uint8Array {
  const post = tableOf(model.tables, 'post').slice(0, 32)
  viewOf(post).setUint32(0, 0x00030000)
  return post
}
