// A slide's speaker notes → its notes page, and the one master all of them have. Only in a file that is the speaker's.
import { groupHead } from './write-slide.js'
import { emu, escapeXml, namespaces, xmlHead } from './xml.js'

/** Inches at 96 px: a sheet of Letter or A4, the slide over the notes. */
const places = { slide: [72, 96, 576, 324], words: [72, 456, 576, 408] } as const

function holder(id: number, type: 'sldImg' | 'body', text: string): string {
  const [x, y, width, height] = places[type === 'sldImg' ? 'slide' : 'words'].map(emu)
  const lock =
    type === 'sldImg' ? '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>' : '<a:spLocks noGrp="1"/>'
  const frame = `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`
  const body = type === 'sldImg' ? '' : `<p:txBody><a:bodyPr/><a:lstStyle/>${text}</p:txBody>`
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${type === 'sldImg' ? 'Slide' : 'Notes'} ${id}"/><p:cNvSpPr>${lock}</p:cNvSpPr><p:nvPr><p:ph type="${type}"${type === 'body' ? ' idx="1"' : ''}/></p:nvPr></p:nvSpPr><p:spPr>${frame}</p:spPr>${body}</p:sp>`
}

const tree = (text: string): string =>
  `<p:spTree>${groupHead}${holder(2, 'sldImg', '')}${holder(3, 'body', text)}</p:spTree>`

export const notesMasterXml = `${xmlHead}<p:notesMaster ${namespaces}><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>${tree('<a:p><a:endParaRPr lang="en-US"/></a:p>')}</p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/></p:notesMaster>`

/** Black whatever the deck's colours are: it is read on white. */
export function notesXml(notes: readonly string[], lang: string): string {
  const look = `<a:rPr lang="${escapeXml(lang)}" sz="1200" dirty="0"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:rPr>`
  const text = notes.map((note) => `<a:p><a:r>${look}<a:t>${escapeXml(note)}</a:t></a:r></a:p>`).join('')
  return `${xmlHead}<p:notes ${namespaces}><p:cSld>${tree(text)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`
}
