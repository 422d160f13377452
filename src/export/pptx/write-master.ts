// The deck's colours and families → PowerPoint's theme, its master and the one layout all slides have.
import type { DeckDrawing } from './drawing.js'
import { groupHead } from './write-slide.js'
import { emu, escapeXml, namespaces, xmlHead } from './xml.js'

const a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'

/** What PowerPoint calls the theme's colours, in its order, with what stands in for a missing one. */
const slots = [
  ['dk1', '000000'],
  ['lt1', 'FFFFFF'],
  ['dk2', '444444'],
  ['lt2', 'EEEEEE'],
  ['accent1', '4472C4'],
  ['accent2', 'ED7D31'],
  ['accent3', 'A5A5A5'],
  ['accent4', 'FFC000'],
  ['accent5', '5B9BD5'],
  ['accent6', '70AD47'],
  ['hlink', '0563C1'],
  ['folHlink', '954F72'],
] as const

export function themeXml({ colors, fonts, title }: DeckDrawing): string {
  const scheme = slots
    .map(
      ([slot, usual]) =>
        `<a:${slot}><a:srgbClr val="${(colors.get(slot) ?? usual).toUpperCase()}"/></a:${slot}>`,
    )
    .join('')
  const family = ({ latin, ea }: { latin: string; ea: string }) =>
    `<a:latin typeface="${escapeXml(latin)}"/><a:ea typeface="${escapeXml(ea)}"/><a:cs typeface=""/>`
  const solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
  const line = `<a:ln w="9525">${solid}</a:ln>`
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>'
  const formats = `<a:fmtScheme name="Plain"><a:fillStyleLst>${solid.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${solid.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`
  return `${xmlHead}<a:theme ${a} name="${escapeXml(title)}"><a:themeElements><a:clrScheme name="Deck">${scheme}</a:clrScheme><a:fontScheme name="Deck"><a:majorFont>${family(fonts.major)}</a:majorFont><a:minorFont>${family(fonts.minor)}</a:minorFont></a:fontScheme>${formats}</a:themeElements></a:theme>`
}

const placeholder = (
  id: number,
  type: string,
  at: readonly [number, number, number, number],
  text: string,
): string => {
  const [x, y, width, height] = at.map(emu)
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${type} ${id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="${type}"${type === 'title' ? '' : ' sz="quarter" idx="12"'}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p>${text}</a:p></p:txBody></p:sp>`
}

/** Title and slide number, which Insert › Slide Number puts on slides. */
const holders = ({ widthPx, heightPx }: DeckDrawing): string =>
  placeholder(2, 'title', [88, 60, widthPx - 176, 80], '<a:endParaRPr lang="en-US"/>') +
  placeholder(
    3,
    'sldNum',
    [widthPx - 168, heightPx - 52, 80, 28],
    '<a:pPr algn="r"/><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-US" sz="1200"/><a:t>‹#›</a:t></a:fld>',
  )

export function masterXml(deck: DeckDrawing): string {
  const text = (size: number, kind: 'mj' | 'mn') =>
    `<a:lvl1pPr><a:buNone/><a:defRPr sz="${size}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+${kind}-lt"/><a:ea typeface="+${kind}-ea"/></a:defRPr></a:lvl1pPr>`
  const ground =
    '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
  return `${xmlHead}<p:sldMaster ${namespaces}><p:cSld>${ground}<p:spTree>${groupHead}${holders(deck)}</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle>${text(3000, 'mj')}</p:titleStyle><p:bodyStyle>${text(2200, 'mn')}</p:bodyStyle><p:otherStyle>${text(1800, 'mn')}</p:otherStyle></p:txStyles></p:sldMaster>`
}

export const layoutXml = (deck: DeckDrawing): string =>
  `${xmlHead}<p:sldLayout ${namespaces} type="titleOnly" preserve="1"><p:cSld name="Title Only"><p:spTree>${groupHead}${holders(deck)}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`
