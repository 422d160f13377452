// Full-width punctuation → a GPOS table with `halt`, which lets Chromium's text-spacing-trim squeeze 」（ to half an em.
// The sources' own GPOS cannot serve: each slice has its part of it, and LXGW WenKai has none.
import { joinBytes, makeSink } from './bytes.js'
import type { Glyph } from './face.js'
import { boxOf } from './outline.js'

const openers = '「『（《〈【〔〖［｛“‘'
const closers = '」』）》〉】〕〗］｝”’、。，．：；！？'
const scripts = ['DFLT', 'hani', 'kana', 'latn']
const langSysSize = 12
/** XPlacement and XAdvance (OpenType specification, ValueFormat). */
const placementAndAdvance = 0x0005

type Squeeze = { readonly glyph: number; readonly shift: number; readonly narrower: number }

/**
 * The marks that can give up half an em: a full em wide, and with their ink on the one side only (in Traditional Chinese
 * fonts `，` stands in the middle and cannot). Glyph numbers as in `glyphs`, distances in font units.
 */
function listSqueezes(
  codePoints: ReadonlyMap<number, number>,
  glyphs: readonly Glyph[],
  unitsPerEm: number,
): readonly Squeeze[] {
  const half = Math.round(unitsPerEm / 2)
  // LXGW WenKai's brush strokes reach a little over the middle.
  const slack = Math.round(unitsPerEm / 20)
  const squeezes = new Map<number, Squeeze>()
  for (const mark of openers + closers) {
    const index = codePoints.get(mark.codePointAt(0) ?? 0) ?? 0
    const glyph = glyphs[index]
    const box = glyph === undefined ? undefined : boxOf(glyph.outline)
    if (index === 0 || box === undefined || glyph?.advance !== unitsPerEm) continue
    const opens = openers.includes(mark)
    if (opens ? box.xMin < half - slack : box.xMax > half + slack) continue
    squeezes.set(index, { glyph: index, shift: opens ? -half : 0, narrower: -half })
  }
  return [...squeezes.values()].sort((a, b) => a.glyph - b.glyph)
}

function writeScripts(): Uint8Array {
  const scriptsEnd = 2 + 6 * scripts.length
  const sink = makeSink()
  sink.u16(scripts.length)
  for (const tag of scripts) {
    for (const letter of tag) sink.u8(letter.charCodeAt(0))
    sink.u16(scriptsEnd)
  }
  // One script record for all: its default language (4 bytes on) has no required feature and the one feature 0.
  for (const value of [4, 0, 0, 0xffff, 1, 0]) sink.u16(value)
  return sink.bytes()
}

function writeFeatures(): Uint8Array {
  const sink = makeSink()
  sink.u16(1)
  for (const letter of 'halt') sink.u8(letter.charCodeAt(0))
  // The record begins 8 bytes on: no parameters, one lookup, number 0.
  for (const value of [8, 0, 1, 0]) sink.u16(value)
  return sink.bytes()
}

function writeLookups(squeezes: readonly Squeeze[]): Uint8Array {
  const sink = makeSink()
  // One lookup of type 1 (single adjustment) with one subtable of format 2 (a value for each glyph).
  for (const value of [1, 4, 1, 0, 1, 8]) sink.u16(value)
  for (const value of [2, 8 + 4 * squeezes.length, placementAndAdvance, squeezes.length]) sink.u16(value)
  for (const { shift, narrower } of squeezes) {
    sink.i16(shift)
    sink.i16(narrower)
  }
  for (const value of [1, squeezes.length]) sink.u16(value)
  for (const { glyph } of squeezes) sink.u16(glyph)
  return sink.bytes()
}

/** The GPOS table for these glyphs, or `undefined` when none of them can be squeezed. */
export function makeHalt(
  codePoints: ReadonlyMap<number, number>,
  glyphs: readonly Glyph[],
  unitsPerEm: number,
): Uint8Array | undefined {
  const squeezes = listSqueezes(codePoints, glyphs, unitsPerEm)
  if (squeezes.length === 0) return undefined
  const headerSize = 10
  const featuresAt = headerSize + 2 + 6 * scripts.length + langSysSize
  const features = writeFeatures()
  const header = makeSink()
  header.u32(0x00010000)
  header.u16(headerSize)
  header.u16(featuresAt)
  header.u16(featuresAt + features.length)
  return joinBytes([header.bytes(), writeScripts(), features, writeLookups(squeezes)])
}
