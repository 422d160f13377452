// A slide's drawing → its part of the file and what it refers to.
import type { Cell, Picture, Piece, Shape, SlideDrawing, Table, TextBox } from './drawing.js'
import { fillXml, frameXml, geometryXml, lineXml, solidXml, turnedFrameXml } from './write-paint.js'
import { linkXml, paragraphsXml, type TextTools } from './write-text.js'
import { emu, escapeXml, namespaces, xmlHead } from './xml.js'

export type SlideTools = TextTools & { readonly addPicture: (file: Picture['file']) => string }

/** A text that is all one link is linked as a whole: its words stay as they are, not underlined. */
function linkOf({ paragraphs }: TextBox): string | number | undefined {
  const links = new Set(paragraphs.flatMap(({ lines }) => lines.flat().map(({ link }) => link)))
  const [link] = links
  return links.size === 1 ? link : undefined
}

const unlinked = (paragraphs: TextBox['paragraphs']): TextBox['paragraphs'] =>
  paragraphs.map((paragraph) => ({
    ...paragraph,
    lines: paragraph.lines.map((line) => line.map(({ link: _, ...run }) => run)),
  }))

const named = (id: number, name: string, descr?: string, link = ''): string =>
  `<p:cNvPr id="${id}" name="${escapeXml(`${name} ${id}`)}"${descr ? ` descr="${escapeXml(descr)}"` : ''}>${link}</p:cNvPr>`

function shapeXml({ rect, fill, line, radiusPx }: Shape, id: number, { scheme }: SlideTools): string {
  const look = `${frameXml(rect)}${geometryXml(rect, radiusPx)}${fillXml(fill, scheme)}${lineXml(line, scheme)}`
  return `<p:sp><p:nvSpPr>${named(id, 'Shape')}<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${look}</p:spPr></p:sp>`
}

function pictureXml({ rect, alt, file, radiusPx }: Picture, id: number, tools: SlideTools): string {
  const blip = `<p:blipFill><a:blip r:embed="${tools.addPicture(file)}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>`
  return `<p:pic><p:nvPicPr>${named(id, 'Picture', alt)}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>${blip}<p:spPr>${frameXml(rect)}${geometryXml(rect, radiusPx)}</p:spPr></p:pic>`
}

function textXml(box: TextBox, id: number, tools: SlideTools): string {
  const { rect, role, name, wrap, upright, turned } = box
  const link = linkOf(box)
  const click = link === undefined ? '' : linkXml(link, tools)
  const paragraphs = link === undefined ? box.paragraphs : unlinked(box.paragraphs)
  const title = role === 'title'
  const kind = title
    ? '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr>'
    : '<p:cNvSpPr txBox="1"/><p:nvPr/>'
  const body = `<a:bodyPr${upright && !turned ? ' vert="eaVert"' : ''} wrap="${wrap ? 'square' : 'none'}" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t" rtlCol="0"><a:noAutofit/></a:bodyPr><a:lstStyle/>`
  return `<p:sp><p:nvSpPr>${named(id, title ? 'Title' : name, undefined, click)}${kind}</p:nvSpPr><p:spPr>${turned ? turnedFrameXml(rect) : frameXml(rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>${body}${paragraphsXml(paragraphs, tools)}</p:txBody></p:sp>`
}

function cellXml(cell: Cell, tools: SlideTools): string {
  const span = [
    cell.across > 1 ? ` gridSpan="${cell.across}"` : '',
    cell.down > 1 ? ` rowSpan="${cell.down}"` : '',
    cell.covered === 'across' ? ' hMerge="1"' : '',
    cell.covered === 'down' ? ' vMerge="1"' : '',
  ].join('')
  const [left, top, right] = cell.insets
  const lines = (['l', 'r', 't', 'b'] as const)
    .map((side) => lineXml(cell.lines[side], tools.scheme, `ln${side.toUpperCase()}`))
    .join('')
  const look = `${lines}${cell.fill ? solidXml(cell.fill, tools.scheme) : '<a:noFill/>'}`
  return `<a:tc${span}><a:txBody><a:bodyPr/><a:lstStyle/>${paragraphsXml(cell.paragraphs, tools)}</a:txBody><a:tcPr marL="${emu(left)}" marR="${emu(right)}" marT="${emu(top)}" marB="0" anchor="t">${look}</a:tcPr></a:tc>`
}

function tableXml({ rect, columnsPx, rows, headed }: Table, id: number, tools: SlideTools): string {
  const grid = columnsPx.map((px) => `<a:gridCol w="${emu(px)}"/>`).join('')
  const body = rows
    .map(
      ({ heightPx, cells }) =>
        `<a:tr h="${emu(heightPx)}">${cells.map((cell) => cellXml(cell, tools)).join('')}</a:tr>`,
    )
    .join('')
  const frame = `<p:nvGraphicFramePr>${named(id, 'Table')}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${frameXml(rect, 'p:xfrm')}`
  return `<p:graphicFrame>${frame}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr${headed ? ' firstRow="1"' : ''}/><a:tblGrid>${grid}</a:tblGrid>${body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`
}

function pieceXml(piece: Piece, id: number, tools: SlideTools): string {
  if (piece.kind === 'shape') return shapeXml(piece, id, tools)
  if (piece.kind === 'picture') return pictureXml(piece, id, tools)
  return piece.kind === 'text' ? textXml(piece, id, tools) : tableXml(piece, id, tools)
}

/** A slide that shows no heading has its title over the slide's edge: the outline needs one. */
const hiddenTitle = (title: string, id: number): string =>
  `<p:sp><p:nvSpPr>${named(id, 'Title')}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>${frameXml({ x: 0, y: -100, width: 1000, height: 60 })}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:t>${escapeXml(title)}</a:t></a:r></a:p></p:txBody></p:sp>`

export const groupHead =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'

export function slideXml({ background, title, pieces }: SlideDrawing, tools: SlideTools): string {
  const shapes = pieces.map((piece, index) => pieceXml(piece, index + 2, tools))
  const titled = pieces.some((piece) => piece.kind === 'text' && piece.role === 'title')
  if (!titled && title !== '') shapes.push(hiddenTitle(title, pieces.length + 2))
  const fill =
    'hex' in background
      ? solidXml(background, tools.scheme)
      : `<a:blipFill><a:blip r:embed="${tools.addPicture(background)}"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>`
  const ground = `<p:bg><p:bgPr>${fill}<a:effectLst/></p:bgPr></p:bg>`
  return `${xmlHead}<p:sld ${namespaces}><p:cSld>${ground}<p:spTree>${groupHead}${shapes.join('')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`
}
