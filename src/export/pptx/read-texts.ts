// A slide's blocks of words → text boxes. Points of a list, and what stands on one card, become paragraphs of one box.
import type { Bullet, Paragraph, TextBox } from './drawing.js'
import { readPaint } from './read-paint.js'
import { cardOf, hasLook, isTurned } from './read-shapes.js'
import { isBlock, isUpright, readLines, type WordLine } from './read-words.js'
import { type Box, closest, everyBox, opacityOf } from './snapshot.js'
import { joinLines } from './wrap.js'

export type Block = { readonly box: Box; readonly lines: readonly WordLine[]; readonly linePx: number }
type Group = { readonly key: Box; readonly blocks: Block[] }

const isHeading = ({ tag }: Box): boolean => /^h[1-4]$/.test(tag)
const isList = ({ tag }: Box): boolean => tag === 'ul' || tag === 'ol'

export function readBlock(box: Box): Block | undefined {
  const lines = readLines(box)
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return undefined
  const pitch = lines.length > 1 ? (last.extent.far - first.extent.far) / (lines.length - 1) : 0
  const linePx = pitch || box.px('line-height') || first.extent.far - first.extent.near
  return { box, lines, linePx }
}

/** LibreOffice, and near enough PowerPoint, sets the descent of a line of exact height at its foot. */
const topOf = ({ lines, linePx }: Block): number => (lines[0]?.extent.far ?? 0) - linePx
const footOf = ({ lines }: Block): number => lines.at(-1)?.extent.far ?? 0
const startOf = ({ lines }: Block): number => Math.min(...lines.map(({ extent }) => extent.start))
const endOf = ({ lines }: Block): number => Math.max(...lines.map(({ extent }) => extent.end))

function keyOf(box: Box, slide: Box): Box {
  const heading = closest(box, isHeading)
  if (heading) return heading
  const card = cardOf(box, slide)
  let list: Box | undefined
  for (let at = box; at !== slide && at !== card && at.parent; at = at.parent) if (isList(at)) list = at
  return list ?? card ?? box
}

function groupBlocks(blocks: readonly Block[], slide: Box): readonly Group[] {
  const groups: Group[] = []
  for (const block of blocks) {
    const key = keyOf(block.box, slide)
    const group = groups.findLast((one) => one.key === key)
    const last = group?.blocks.at(-1)
    const fits =
      group !== undefined &&
      last !== undefined &&
      group === groups.at(-1) &&
      isUpright(last.box) === isUpright(block.box) &&
      alignOf(last) === alignOf(block) &&
      topOf(block) >= footOf(last) - 2 &&
      startOf(block) < Math.max(...group.blocks.map(endOf)) &&
      endOf(block) > Math.min(...group.blocks.map(startOf)) &&
      Math.abs(startOf(block) - startOf(last)) < 140
    if (fits) group.blocks.push(block)
    else groups.push({ key, blocks: [block] })
  }
  return groups
}

const alignOf = ({ box }: Block): Paragraph['align'] => {
  const [align, rtl] = [box.style('text-align'), box.style('direction') === 'rtl']
  if (align.endsWith('center')) return 'ctr'
  return align === 'right' || align === (rtl ? 'start' : 'end') ? 'r' : 'l'
}

/** What stands before a point: drawn by its style sheet, small and left of its first line. */
function findBullet({ box, lines }: Block): Box | undefined {
  const item = closest(box, ({ tag }) => tag === 'li')
  const mark = item?.children.find(({ pseudo }) => pseudo === 'before')
  const [line, size] = [lines[0]?.extent, box.px('font-size')]
  if (!mark || !line || isUpright(box) || opacityOf(mark) < 0.1) return undefined
  const { x, y, width, height } = mark.rect
  const words = mark.children.map(({ text }) => text).join('')
  const small =
    words === '' ? hasLook(mark) && height < 0.8 * size && width < size : words.trim().length === 1
  const beside =
    x + width <= line.start + 1 &&
    x > line.start - 3 * size &&
    y >= line.near - 2 &&
    y + height <= line.far + 2
  return small && beside ? mark : undefined
}

function readBullet(mark: Box, block: Block): Bullet {
  const { width, height, x } = mark.rect
  const words = mark.children
    .map(({ text }) => text)
    .join('')
    .trim()
  const round =
    mark.px('border-top-left-radius') *
    (mark.style('border-top-left-radius').endsWith('%') ? height / 100 : 1)
  const drawn = isTurned(mark) ? '◆' : width > 2 * height ? '–' : round >= height * 0.4 ? '●' : '■'
  const opacity = opacityOf(mark)
  const paint =
    readPaint(mark.style('background-color'), opacity) ??
    readPaint(mark.style(words === '' ? 'border-top-color' : 'color'), opacity)
  const scale = words !== '' || drawn === '–' ? 1 : height / (0.7 * block.box.px('font-size'))
  return {
    sign: words || drawn,
    paint: paint ?? { hex: '000000', alpha: 1 },
    scale,
    hangPx: startOf(block) - x,
  }
}

export type Texts = {
  readonly boxes: readonly { readonly piece: TextBox; readonly source: Box }[]
  readonly used: ReadonlySet<Box>
}

/** Room at the end of lines, of the size of the type, so that letters cut a little wider do not wrap. */
const slack = 0.4

export function makeParagraph(
  block: Block,
  origin: number,
  widthPx: number,
  beforePx: number,
  bullet?: Bullet,
): Paragraph {
  const indent = alignOf(block) === 'l' ? startOf(block) - origin : 0
  return {
    lines: joinLines(block.lines, widthPx - indent),
    align: alignOf(block),
    rtl: block.box.style('direction') === 'rtl',
    linePx: block.linePx,
    beforePx: Math.max(0, beforePx),
    indentPx: Math.max(0, indent),
    ...(bullet ? { bullet } : {}),
  }
}

function makeBox({ key, blocks }: Group, role: TextBox['role'], slide: Box, used: Set<Box>): TextBox {
  const seen = new Set<Box>()
  const bullets = blocks.map((block) => {
    const mark = findBullet(block)
    if (!mark || seen.has(mark)) return undefined
    seen.add(mark)
    used.add(mark)
    return readBullet(mark, block)
  })
  const [first] = blocks
  const upright = first !== undefined && isUpright(first.box)
  const start = Math.min(...blocks.map((block, index) => startOf(block) - (bullets[index]?.hangPx ?? 0)))
  const end = Math.max(...blocks.map(endOf))
  const room = slack * Math.max(...blocks.map(({ box }) => box.px('font-size')))
  const [near, far] = [first ? topOf(first) : 0, Math.max(...blocks.map(footOf))]
  const length = end - start + room
  const align = first ? alignOf(first) : 'l'
  const from = align === 'ctr' ? start - room / 2 : align === 'r' ? start - room : start
  const paragraphs = blocks.map((block, index) => {
    const before = blocks[index - 1]
    return makeParagraph(
      block,
      start,
      length - room / 2,
      before ? topOf(block) - footOf(before) : 0,
      bullets[index],
    )
  })
  // Where every line stands for itself none wraps again in a wider font.
  const wrap = blocks.some(({ lines }, index) => (paragraphs[index]?.lines.length ?? 0) < lines.length)
  // LibreOffice wraps titles whatever they say: theirs have room for wider letters, as far as the slide goes.
  const edge = slide.rect.x + slide.rect.width - from
  const roomy = role === 'title' && !wrap && !upright && align === 'l'
  const width = roomy ? Math.max(length, Math.min(1.4 * length, edge)) : length
  return {
    kind: 'text',
    rect: upright
      ? { x: -far, y: from, width: far - near, height: length }
      : { x: from, y: near, width, height: far - near },
    role,
    name: key.attributes.get('class')?.split(' ')[0] ?? key.tag,
    wrap,
    upright,
    paragraphs,
  }
}

/** All words of the slide that stand in none of `apart`. `used` are the marks that became bullets. */
export function readTexts(slide: Box, apart: ReadonlySet<Box>): Texts {
  const held = (box: Box): boolean => closest(box, (one) => apart.has(one)) !== undefined
  const blocks = everyBox(slide)
    .filter((box) => isBlock(box) && !held(box))
    .flatMap((box) => readBlock(box) ?? [])
  const bulletWords = new Set(blocks.flatMap((block) => findBullet(block) ?? []))
  const groups = groupBlocks(
    blocks.filter(({ box }) => !bulletWords.has(box)),
    slide,
  )
  const used = new Set<Box>()
  const title = groups.find(({ key }) => isHeading(key))
  const boxes = groups.map((group) => ({
    piece: makeBox(group, group === title ? 'title' : 'text', slide, used),
    source: group.key,
  }))
  return { boxes, used }
}
