// Cuts fonts from the real packages and reads them back with the reference WOFF2 decoder.
import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CutFont, cutFonts, type FontRequest } from '../../../src/deck/fonts/cut.js'
import type { Face } from '../../../src/deck/fonts/face.js'
import { DeckError } from '../../../src/shared/problem.js'
import { decodeWoff2, lettersOf } from '../../helpers/font-letters.js'

const song: FontRequest = {
  source: 'Noto Serif SC',
  weight: 500,
  style: 'normal',
  chars: '「（微软）」，。大模型——说：“是”！\n',
}
const kai: FontRequest = { ...song, source: 'LXGW WenKai', weight: 400 }
const serif: FontRequest = {
  source: 'Source Serif 4',
  weight: 600,
  style: 'normal',
  chars: 'Łódź, café fi Ω',
}

let cacheDir = ''
beforeAll(async () => {
  cacheDir = await mkdtemp(path.join(tmpdir(), 'recap-fonts-'))
})
afterAll(() => rm(cacheDir, { recursive: true, force: true }))

async function cutFont(request: FontRequest, folder = cacheDir): Promise<CutFont> {
  const [font] = await cutFonts([request], { cacheDir: folder })
  if (font === undefined) throw new Error('No font came back.')
  return font
}

const decode = ({ woff2 }: CutFont): Promise<Face> => decodeWoff2(woff2)

/** Every file under the folder, full paths. */
async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
}

function featuresOf(face: Face, tag: string): string {
  return Buffer.from(face.tables.get(tag) ?? []).toString('latin1')
}

describe('cutting fonts', () => {
  it('gives one static TrueType font with exactly the wanted Chinese letters, from many slices', async () => {
    const font = await cutFont(song)
    const face = await decode(font)
    expect(new Set(lettersOf(face))).toEqual(new Set(song.chars.replace('\n', '')))
    expect(font.missing).toBe('')
    expect([...face.tables.keys()]).toContain('glyf')
    expect([...face.tables.keys()]).not.toContain('fvar')
    for (const glyph of face.codePoints.values()) expect(face.glyph(glyph).outline.length).toBeGreaterThan(0)
  })

  it('lets punctuation be squeezed, also in LXGW WenKai, and joins the dash', async () => {
    for (const request of [song, kai]) {
      const face = await decode(await cutFont(request))
      expect(featuresOf(face, 'GPOS')).toContain('halt')
      expect(face.glyph(face.codePoints.get(0x2014) ?? 0).advance).toBe(face.unitsPerEm)
    }
  })

  it('squeezes no mark that stands in the middle of its em, as those of Taiwan do', async () => {
    const isSqueezed = async (source: string, mark: string) =>
      featuresOf(await decode(await cutFont({ ...song, source, chars: mark })), 'GPOS').includes('halt')
    for (const [mark, mainland, taiwan] of [
      ['，', true, false],
      ['。', true, false],
      ['「', true, true],
    ] as const) {
      expect(await isSqueezed('Noto Serif SC', mark), mark).toBe(mainland)
      expect(await isSqueezed('Noto Serif TC', mark), mark).toBe(taiwan)
      expect(await isSqueezed('Noto Serif JP', mark), mark).toBe(true)
    }
  })

  it('keeps Latin ligatures and kerning, and adds letters from further slices', async () => {
    const font = await cutFont(serif)
    const face = await decode(font)
    for (const letter of new Set(serif.chars)) expect(lettersOf(face)).toContain(letter)
    expect(featuresOf(face, 'GSUB')).toContain('liga')
    expect(featuresOf(face, 'GPOS')).toContain('kern')
    expect(font.missing).toBe('')
  })

  it('pins the weight that is asked for', async () => {
    const bold = await cutFont({ ...song, weight: 900 })
    const light = await cutFont({ ...song, weight: 200 })
    const inkOf = async (font: CutFont) => (await decode(font)).tables.get('OS/2')?.[5]
    expect(Buffer.from(bold.woff2).equals(light.woff2)).toBe(false)
    expect(await inkOf(bold)).not.toBe(await inkOf(light))
  })

  it('tells the letters that the source lacks, though its sheet declares them', async () => {
    const font = await cutFont({ ...song, chars: '微劐软😀\u200b\n' })
    expect(font.missing).toBe('劐😀')
  })

  it('gives a font even when the source has none of the letters', async () => {
    const font = await cutFont({ ...song, chars: '😀' })
    expect(font.missing).toBe('😀')
    expect(lettersOf(await decode(font))).toBe(' ')
  })

  it('gives the same bytes whatever the order of the letters, and from an empty cache', async () => {
    const fresh = path.join(cacheDir, 'fresh')
    for (const request of [song, serif]) {
      const backwards = { ...request, chars: [...request.chars, ...request.chars].toReversed().join('') }
      const [first, again] = [await cutFont(request), await cutFont(backwards, fresh)]
      expect(Buffer.from(first.woff2).equals(again.woff2)).toBe(true)
    }
  })

  it('mends damaged cache files', async () => {
    const folder = path.join(cacheDir, 'damaged')
    const whole = await cutFont(song, folder)
    const files = await listFiles(folder)
    expect(files.length).toBeGreaterThan(3)
    for (const [index, file] of files.entries())
      await (index % 2 === 0 ? truncate(file, 40) : writeFile(file, 'not a font'))
    const mended = await cutFont(song, folder)
    expect(Buffer.from(mended.woff2).equals(whole.woff2)).toBe(true)
    expect(await listFiles(folder)).toHaveLength(files.length)
  })

  it('works without a cache that can be written', async () => {
    const file = path.join(cacheDir, 'a-file')
    await writeFile(file, '')
    expect((await cutFont(serif, path.join(file, 'below'))).woff2.length).toBeGreaterThan(1000)
  })

  it('names an unknown font, and those that are known', async () => {
    const failure = await cutFonts([{ ...song, source: 'Comic Serif' }], { cacheDir }).catch((error) => error)
    expect(failure).toBeInstanceOf(DeckError)
    expect(failure.problem).toMatchObject({
      code: 'deck/unknown-font',
      message: 'There is no font “Comic Serif”.',
    })
    expect(failure.problem.hint).toContain('Noto Serif SC')
  })
})
