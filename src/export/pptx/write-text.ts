// Paragraphs of runs → DrawingML text, each run with its families, size, colour, language and link.
import type { Paragraph, Run } from './drawing.js'
import { colorXml, type Scheme, solidXml } from './write-paint.js'
import { centipoints, emu, escapeXml } from './xml.js'

export type TextTools = {
  readonly scheme: Scheme
  /** The theme's name of a family, such as `+mn-lt`, or the family itself. */
  readonly face: (name: string, kind: 'lt' | 'ea') => string
  /** Where a link leads → the id of its relation, kept once; `undefined` for a slide that is not in the file. */
  readonly relate: (link: string | number) => string | undefined
}

/** Keeps a link's words in their own colour: PowerPoint would take the theme's. */
const ownColor =
  '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'

export function linkXml(link: string | number, { relate }: TextTools, inner = ''): string {
  const jump = typeof link === 'number' ? ' action="ppaction://hlinksldjump"' : ''
  const id = relate(link)
  return id === undefined ? '' : `<a:hlinkClick r:id="${id}"${jump}>${inner}</a:hlinkClick>`
}

/** What to put in its place where it is not installed: fixed, serif or not (LOGFONT’s pitch and family). */
function kindOf(name: string): string {
  if (/mono|code|courier/i.test(name)) return ' pitchFamily="49"'
  return ` pitchFamily="${/serif|garamond|newsreader|song|ming/i.test(name) ? 18 : 34}"`
}

function propertiesXml(run: Run, tag: string, tools: TextTools): string {
  const flags = [
    `lang="${escapeXml(run.lang)}"`,
    /^(zh|ja|ko)/.test(run.lang) ? 'altLang="en-US"' : '',
    `sz="${Math.max(100, centipoints(run.sizePx))}"`,
    `b="${run.bold ? 1 : 0}"`,
    `i="${run.italic ? 1 : 0}"`,
    run.underline ? 'u="sng"' : '',
    run.strike ? 'strike="sngStrike"' : '',
    Math.abs(run.spacingPx) < 0.05 ? '' : `spc="${centipoints(run.spacingPx)}"`,
    run.raised === 0 ? '' : `baseline="${run.raised * 100_000}"`,
    'dirty="0"',
  ].filter(Boolean)
  const [latin, ea] = [tools.face(run.latin, 'lt'), tools.face(run.ea, 'ea')]
  return [
    `<a:${tag} ${flags.join(' ')}>`,
    solidXml(run.paint, tools.scheme),
    run.highlight ? `<a:highlight>${colorXml(run.highlight, tools.scheme)}</a:highlight>` : '',
    `<a:latin typeface="${escapeXml(latin)}"${kindOf(run.latin)}/><a:ea typeface="${escapeXml(ea)}"/><a:cs typeface="${escapeXml(latin)}"/>`,
    run.link === undefined || tag !== 'rPr' ? '' : linkXml(run.link, tools, ownColor),
    `</a:${tag}>`,
  ].join('')
}

function bulletXml({ bullet }: Paragraph, scheme: Scheme): string {
  if (!bullet) return '<a:buNone/>'
  const color = `<a:buClr>${colorXml(bullet.paint, scheme)}</a:buClr>`
  const size = `<a:buSzPct val="${Math.round(Math.min(4, Math.max(0.25, bullet.scale)) * 100_000)}"/>`
  if (typeof bullet.sign !== 'string')
    return `${color}${size}<a:buAutoNum type="arabicPeriod" startAt="${bullet.sign.startAt}"/>`
  return `${color}${size}<a:buFont typeface="Arial"/><a:buChar char="${escapeXml(bullet.sign)}"/>`
}

function paragraphXml(paragraph: Paragraph, tools: TextTools): string {
  const { lines, align, rtl, linePx, beforePx, indentPx, bullet } = paragraph
  const hang = bullet ? -emu(bullet.hangPx) : 0
  const style = [
    `<a:pPr marL="${emu(indentPx)}" indent="${hang}" algn="${align}"${rtl ? ' rtl="1"' : ''}>`,
    `<a:lnSpc><a:spcPts val="${centipoints(linePx)}"/></a:lnSpc>`,
    `<a:spcBef><a:spcPts val="${Math.min(158_400, centipoints(beforePx))}"/></a:spcBef>`,
    '<a:spcAft><a:spcPts val="0"/></a:spcAft>',
    bulletXml(paragraph, tools.scheme),
    '</a:pPr>',
  ].join('')
  const runXml = (run: Run) =>
    `<a:r>${propertiesXml(run, 'rPr', tools)}<a:t>${escapeXml(run.text)}</a:t></a:r>`
  const words = lines.map((line) => line.map(runXml).join(''))
  const last = lines.at(-1)?.at(-1)
  const pause = last
    ? `<a:br>${propertiesXml(last, 'rPr', { ...tools, relate: () => undefined })}</a:br>`
    : ''
  const end = last ? propertiesXml(last, 'endParaRPr', tools) : ''
  return `<a:p>${style}${words.join(pause)}${end}</a:p>`
}

export const paragraphsXml = (paragraphs: readonly Paragraph[], tools: TextTools): string =>
  paragraphs.length === 0
    ? '<a:p><a:endParaRPr lang="en-US" sz="100"/></a:p>'
    : paragraphs.map((one) => paragraphXml(one, tools)).join('')
