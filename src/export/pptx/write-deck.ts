// A deck's drawing → the bytes of a PowerPoint file. The same drawing and date give the same bytes.
import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import type { DeckDrawing, PictureFile } from './drawing.js'
import { layoutXml, masterXml, themeXml } from './write-master.js'
import { slideXml } from './write-slide.js'
import { emu, escapeXml, xmlHead } from './xml.js'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const presentationType = 'application/vnd.openxmlformats-officedocument.presentationml'

type Relation = { readonly type: string; readonly target: string; readonly outside?: boolean }

const relationsXml = (relations: readonly Relation[]): string =>
  `${xmlHead}<Relationships xmlns="${packaged}/relationships">${relations
    .map(({ type, target, outside }, index) => {
      const whole = type.startsWith('http') ? type : `${office}/${type}`
      return `<Relationship Id="rId${index + 1}" Type="${whole}" Target="${escapeXml(target)}"${outside ? ' TargetMode="External"' : ''}/>`
    })
    .join('')}</Relationships>`

const add = (relations: Relation[], relation: Relation): string => {
  const known = relations.findIndex((one) => one.type === relation.type && one.target === relation.target)
  return `rId${known >= 0 ? known + 1 : relations.push(relation)}`
}

function typesXml(slides: number): string {
  const part = (name: string, type: string) => `<Override PartName="${name}" ContentType="${type}"/>`
  return `${xmlHead}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="gif" ContentType="image/gif"/>${[
    part('/ppt/presentation.xml', `${presentationType}.presentation.main+xml`),
    part('/ppt/slideMasters/slideMaster1.xml', `${presentationType}.slideMaster+xml`),
    part('/ppt/slideLayouts/slideLayout1.xml', `${presentationType}.slideLayout+xml`),
    part('/ppt/theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml'),
    part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    part('/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'),
    ...Array.from({ length: slides }, (_, at) =>
      part(`/ppt/slides/slide${at + 1}.xml`, `${presentationType}.slide+xml`),
    ),
  ].join('')}</Types>`
}

function coreXml({ title, author, subject, lang }: DeckDrawing, date: Date): string {
  const stamp = `${date.toISOString().slice(0, 19)}Z`
  const when = (tag: string) => `<dcterms:${tag} xsi:type="dcterms:W3CDTF">${stamp}</dcterms:${tag}>`
  return `${xmlHead}<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subject)}</dc:subject><dc:creator>${escapeXml(author)}</dc:creator><dc:language>${escapeXml(lang)}</dc:language>${when('created')}${when('modified')}</cp:coreProperties>`
}

function presentationXml({ widthPx, heightPx, slides }: DeckDrawing): string {
  const list = slides.map((_, at) => `<p:sldId id="${256 + at}" r:id="rId${at + 3}"/>`).join('')
  return `${xmlHead}<p:presentation xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${office}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst>${list}</p:sldIdLst><p:sldSz cx="${emu(widthPx)}" cy="${emu(heightPx)}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`
}

/** Its colours as PowerPoint names them within slides. */
const schemeOf = ({ colors }: DeckDrawing): ReadonlyMap<string, string> => {
  const within: Readonly<Record<string, string>> = { dk1: 'tx1', lt1: 'bg1', dk2: 'tx2', lt2: 'bg2' }
  return new Map(
    [...colors]
      .toReversed()
      .flatMap(([slot, hex]) => (slot.includes('link') ? [] : [[hex, within[slot] ?? slot] as const])),
  )
}

export function writeDeck(deck: DeckDrawing, date: Date): Uint8Array {
  const parts = new Map<string, Uint8Array>()
  const put = (name: string, xml: string) => parts.set(name, strToU8(xml))
  const scheme = schemeOf(deck)
  const { major, minor } = deck.fonts
  const face = (name: string, kind: 'lt' | 'ea') => {
    const key = kind === 'lt' ? 'latin' : 'ea'
    return name === minor[key] ? `+mn-${kind}` : name === major[key] ? `+mj-${kind}` : name
  }
  put('[Content_Types].xml', typesXml(deck.slides.length))
  put(
    '_rels/.rels',
    relationsXml([
      { type: 'officeDocument', target: 'ppt/presentation.xml' },
      { type: `${packaged}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
      { type: 'extended-properties', target: 'docProps/app.xml' },
    ]),
  )
  put('docProps/core.xml', coreXml(deck, date))
  put(
    'docProps/app.xml',
    `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>recapdeck</Application><Slides>${deck.slides.length}</Slides></Properties>`,
  )
  put('ppt/presentation.xml', presentationXml(deck))
  put(
    'ppt/_rels/presentation.xml.rels',
    relationsXml([
      { type: 'slideMaster', target: 'slideMasters/slideMaster1.xml' },
      { type: 'theme', target: 'theme/theme1.xml' },
      ...deck.slides.map((_, at) => ({ type: 'slide', target: `slides/slide${at + 1}.xml` })),
    ]),
  )
  put('ppt/theme/theme1.xml', themeXml(deck))
  const layout = { type: 'slideLayout', target: '../slideLayouts/slideLayout1.xml' }
  put('ppt/slideMasters/slideMaster1.xml', masterXml(deck))
  put(
    'ppt/slideMasters/_rels/slideMaster1.xml.rels',
    relationsXml([layout, { type: 'theme', target: '../theme/theme1.xml' }]),
  )
  put('ppt/slideLayouts/slideLayout1.xml', layoutXml(deck))
  put(
    'ppt/slideLayouts/_rels/slideLayout1.xml.rels',
    relationsXml([{ type: 'slideMaster', target: '../slideMasters/slideMaster1.xml' }]),
  )
  for (const [at, slide] of deck.slides.entries()) {
    const relations: Relation[] = [layout]
    const addPicture = ({ bytes, type }: PictureFile) => {
      const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${type}`
      parts.set(`ppt/media/${name}`, bytes)
      return add(relations, { type: 'image', target: `../media/${name}` })
    }
    const relate = (link: string | number) =>
      typeof link === 'number'
        ? add(relations, { type: 'slide', target: `slide${Math.min(link, deck.slides.length)}.xml` })
        : add(relations, { type: 'hyperlink', target: link, outside: true })
    put(`ppt/slides/slide${at + 1}.xml`, slideXml(slide, { scheme, face, relate, addPicture }))
    put(`ppt/slides/_rels/slide${at + 1}.xml.rels`, relationsXml(relations))
  }
  return zipSync(Object.fromEntries(parts), { mtime: zipDate(date), level: 9 })
}

/** Zip files tell local time from 1980 to 2099: the same hour in every time zone. */
function zipDate(date: Date): Date {
  const year = Math.min(2098, Math.max(1980, date.getUTCFullYear()))
  return new Date(year, date.getUTCMonth(), date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes(), 0)
}
