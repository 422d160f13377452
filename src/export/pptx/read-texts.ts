// A slide's blocks of words → text boxes. Points of a list, and what stands on one card, become paragraphs of one box.
import type { TextBox } from './drawing.js'
import {
  alignOf,
  type Block,
  endOf,
  footOf,
  makeParagraph,
  readBlock,
  roomOf,
  startOf,
  topOf,
} from './read-block.js'
import { crossOf, findBullet, readBullet } from './read-bullet.js'
import { cardOf } from './read-shapes.js'
import { isBlock, isTurned, isUpright } from './read-words.js'
import { type Box, closest, everyBox } from './snapshot.js'
import { stackColumn } from './stack-column.js'

type Group = { readonly key: Box; readonly blocks: Block[] }

const isHeading = ({ tag }: Box): boolean => /^h[1-4]$/.test(tag)
const isList = ({ tag }: Box): boolean => tag === 'ul' || tag === 'ol'

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

export type Texts = {
  readonly boxes: readonly { readonly piece: TextBox; readonly source: Box }[]
  readonly used: ReadonlySet<Box>
}

function makeBox({ key, blocks }: Group, role: TextBox['role'], slide: Box, used: Set<Box>): TextBox {
  const seen = new Set<Box>()
  const bullets = blocks.map((block) => {
    const mark = findBullet(block)
    if (!mark || seen.has(mark)) return undefined
    seen.add(mark)
    used.add(mark)
    const cross = crossOf(mark)
    if (cross) used.add(cross)
    return readBullet(mark, block)
  })
  const [first] = blocks
  const name = key.attributes.get('class')?.split(' ')[0] ?? key.tag
  const upright = first !== undefined && isUpright(first.box)
  const words = blocks.flatMap(({ lines }) => lines.flatMap(({ runs }) => runs))
  const turned = first !== undefined && isTurned(first.box, words)
  const stack = upright ? stackColumn(blocks) : undefined
  if (stack) return { kind: 'text', role, name, wrap: true, upright: false, turned: false, ...stack }
  const start = Math.min(...blocks.map((block, index) => startOf(block) - (bullets[index]?.hangPx ?? 0)))
  const end = Math.max(...blocks.map(endOf))
  const room = Math.max(...blocks.map(roomOf))
  const [near, far] = [first ? topOf(first) : 0, Math.max(...blocks.map(footOf))]
  const length = end - start + room
  const align = first ? alignOf(first) : 'l'
  const from = align === 'ctr' ? start - room / 2 : align === 'r' ? start - room : start
  const paragraphs = blocks.map((block, index) => {
    const before = blocks[index - 1]
    return makeParagraph(block, start, length, before ? topOf(block) - footOf(before) : 0, bullets[index])
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
    name,
    wrap,
    upright,
    turned,
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
