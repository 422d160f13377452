// A deck's drawing → the parts that say what is in the file: kinds of parts, the deck's facts, the order of slides.
import type { DeckDrawing } from './drawing.js'
import { office, packaged } from './relations.js'
import { emu, escapeXml, xmlHead } from './xml.js'

const presentationType = 'application/vnd.openxmlformats-officedocument.presentationml'

/** Whether any slide has notes for its speaker. */
export const hasNotes = (slides: DeckDrawing['slides']): boolean =>
  slides.some(({ notes }) => notes.length > 0)

export function typesXml(slides: DeckDrawing['slides']): string {
  const noted = hasNotes(slides)
  const part = (name: string, type: string) => `<Override PartName="${name}" ContentType="${type}"/>`
  return `${xmlHead}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="gif" ContentType="image/gif"/>${[
    part('/ppt/presentation.xml', `${presentationType}.presentation.main+xml`),
    part('/ppt/slideMasters/slideMaster1.xml', `${presentationType}.slideMaster+xml`),
    part('/ppt/slideLayouts/slideLayout1.xml', `${presentationType}.slideLayout+xml`),
    part('/ppt/theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml'),
    part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    part('/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'),
    ...slides.flatMap(({ notes }, at) => [
      part(`/ppt/slides/slide${at + 1}.xml`, `${presentationType}.slide+xml`),
      ...(notes.length > 0
        ? [part(`/ppt/notesSlides/notesSlide${at + 1}.xml`, `${presentationType}.notesSlide+xml`)]
        : []),
    ]),
    ...(noted
      ? [
          part('/ppt/notesMasters/notesMaster1.xml', `${presentationType}.notesMaster+xml`),
          part('/ppt/theme/theme2.xml', 'application/vnd.openxmlformats-officedocument.theme+xml'),
        ]
      : []),
  ].join('')}</Types>`
}

export function coreXml({ title, author, subject, lang }: DeckDrawing, date: Date): string {
  const stamp = `${date.toISOString().slice(0, 19)}Z`
  const when = (tag: string) => `<dcterms:${tag} xsi:type="dcterms:W3CDTF">${stamp}</dcterms:${tag}>`
  return `${xmlHead}<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subject)}</dc:subject><dc:creator>${escapeXml(author)}</dc:creator><dc:language>${escapeXml(lang)}</dc:language>${when('created')}${when('modified')}</cp:coreProperties>`
}

export function presentationXml({ widthPx, heightPx, slides }: DeckDrawing): string {
  const list = slides.map((_, at) => `<p:sldId id="${256 + at}" r:id="rId${at + 3}"/>`).join('')
  const noted = hasNotes(slides)
  const notesList = noted
    ? `<p:notesMasterIdLst><p:notesMasterId r:id="rId${slides.length + 3}"/></p:notesMasterIdLst>`
    : ''
  return `${xmlHead}<p:presentation xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${office}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>${notesList}<p:sldIdLst>${list}</p:sldIdLst><p:sldSz cx="${emu(widthPx)}" cy="${emu(heightPx)}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`
}

export const appXml = ({ slides }: DeckDrawing): string =>
  `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>recapdeck</Application><Slides>${slides.length}</Slides></Properties>`
