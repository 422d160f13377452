// A deck's drawing → the bytes of a PowerPoint file. The same drawing and date give the same bytes.
import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import type { DeckDrawing, PictureFile } from './drawing.js'
import { addRelation, packaged, type Relation, relationsXml } from './relations.js'
import { layoutXml, masterXml, themeXml } from './write-master.js'
import { notesMasterXml, notesXml } from './write-notes.js'
import { appXml, coreXml, hasNotes, presentationXml, typesXml } from './write-package.js'
import { slideXml } from './write-slide.js'

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
  const noted = hasNotes(deck.slides)
  const placeOf = new Map(deck.slides.map(({ number }, at) => [number, at + 1]))
  const { major, minor } = deck.fonts
  const face = (name: string, kind: 'lt' | 'ea') => {
    const key = kind === 'lt' ? 'latin' : 'ea'
    return name === minor[key] ? `+mn-${kind}` : name === major[key] ? `+mj-${kind}` : name
  }
  put('[Content_Types].xml', typesXml(deck.slides))
  put(
    '_rels/.rels',
    relationsXml([
      { type: 'officeDocument', target: 'ppt/presentation.xml' },
      { type: `${packaged}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
      { type: 'extended-properties', target: 'docProps/app.xml' },
    ]),
  )
  put('docProps/core.xml', coreXml(deck, date))
  put('docProps/app.xml', appXml(deck))
  put('ppt/presentation.xml', presentationXml(deck))
  put(
    'ppt/_rels/presentation.xml.rels',
    relationsXml([
      { type: 'slideMaster', target: 'slideMasters/slideMaster1.xml' },
      { type: 'theme', target: 'theme/theme1.xml' },
      ...deck.slides.map((_, at) => ({ type: 'slide', target: `slides/slide${at + 1}.xml` })),
      ...(noted ? [{ type: 'notesMaster', target: 'notesMasters/notesMaster1.xml' }] : []),
    ]),
  )
  put('ppt/theme/theme1.xml', themeXml(deck))
  if (noted) {
    put('ppt/theme/theme2.xml', themeXml(deck))
    put('ppt/notesMasters/notesMaster1.xml', notesMasterXml)
    put(
      'ppt/notesMasters/_rels/notesMaster1.xml.rels',
      relationsXml([{ type: 'theme', target: '../theme/theme2.xml' }]),
    )
  }
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
      return addRelation(relations, { type: 'image', target: `../media/${name}` })
    }
    const relate = (link: string | number) => {
      if (typeof link === 'string')
        return addRelation(relations, { type: 'hyperlink', target: link, outside: true })
      const place = placeOf.get(link)
      if (place === undefined) return undefined
      return addRelation(relations, { type: 'slide', target: `slide${place}.xml` })
    }
    put(`ppt/slides/slide${at + 1}.xml`, slideXml(slide, { scheme, face, relate, addPicture }))
    if (slide.notes.length > 0) {
      addRelation(relations, { type: 'notesSlide', target: `../notesSlides/notesSlide${at + 1}.xml` })
      put(`ppt/notesSlides/notesSlide${at + 1}.xml`, notesXml(slide.notes, deck.lang))
      put(
        `ppt/notesSlides/_rels/notesSlide${at + 1}.xml.rels`,
        relationsXml([
          { type: 'notesMaster', target: '../notesMasters/notesMaster1.xml' },
          { type: 'slide', target: `../slides/slide${at + 1}.xml` },
        ]),
      )
    }
    put(`ppt/slides/_rels/slide${at + 1}.xml.rels`, relationsXml(relations))
  }
  return zipSync(Object.fromEntries(parts), { mtime: zipDate(date), level: 9 })
}

/** Zip files tell local time from 1980 to 2099: the same hour in every time zone. */
function zipDate(date: Date): Date {
  const year = Math.min(2098, Math.max(1980, date.getUTCFullYear()))
  return new Date(year, date.getUTCMonth(), date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes(), 0)
}
