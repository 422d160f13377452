// TeX of what is wider than a line and has no place to break, such as a fraction of sixty terms → the same in rows. KaTeX
// breaks a formula only between what stands outside all fractions, roots and fences. And fractions in fractions → large ones.
import { type Group, type Piece, readTex, toGroup, widthOf, writeTex } from './math-tree.js'

/** What a slide has for a formula, em of the formula's type. */
export type Room = { readonly widthEm: number; readonly heightEm: number }
export type Broken = { readonly tex: string; readonly display: boolean }

/** Em that a row takes, of one line; and by how much more than its share it may be wider. */
const rowEm = 1.5
const slack = 1.15
/** Of a line: a fence in text that is wider breaks with the text around it. */
const wideFence = 0.5
/** A row has at least so much, however deep it stands. */
const leastEm = 8
/** Em that a group's own signs take of its line. */
const ownEm = { fraction: 0.5, fence: 1.5, root: 1.5, braces: 0, environment: 1 }
/** What stands beside a group, up to so much of a line, stays on its line. */
const beside = 0.35
/** Letters in a fraction in text are so much smaller. */
const textRatio = 0.7

const isOperator = ({ role }: Piece): boolean => role === 'sum' || role === 'relation'
const afterNothing = /^(?:sum|relation|comma|open)$/

type Place = { readonly at: number; readonly depth: number; readonly em: number; readonly good: boolean }

/** Every place between two pieces, with how many parentheses are open there and how far from the beginning it is. */
function placesIn(pieces: readonly Piece[]): readonly Place[] {
  let [depth, em] = [0, 0]
  return pieces.flatMap((piece, at): readonly Place[] => {
    const before = pieces[at - 1]
    if (piece.role === 'close') depth--
    const place = { at, depth, em, good: false }
    if (piece.role === 'open') depth++
    em += piece.em
    if (!before) return []
    // A sign after another, or after nothing, is no sum: it is the number's own.
    const good = before.role === 'comma' || (isOperator(piece) && !afterNothing.test(before.role))
    return [{ ...place, good }]
  })
}

/** As many rows as are needed, about even, at the best places that give rows narrow enough. */
function toRows(pieces: readonly Piece[], widthEm: number): readonly (readonly Piece[])[] {
  const wholeEm = widthOf(pieces)
  const count = Math.ceil(wholeEm / widthEm)
  const places = placesIn(pieces)
  const good = places.filter((place) => place.good)
  let rows: readonly (readonly Piece[])[] = [pieces]
  for (const allowed of [good.filter(({ depth }) => depth <= 0), good, places]) {
    const cuts = [0]
    for (let row = 1; row < count; row++) {
      const targetEm = (wholeEm * row) / count
      const left = allowed.filter(({ at }) => at > (cuts.at(-1) ?? 0))
      const nearest = left.toSorted(
        (one, other) => Math.abs(one.em - targetEm) - Math.abs(other.em - targetEm),
      )
      if (nearest[0]) cuts.push(nearest[0].at)
    }
    rows = cuts.map((from, index) => pieces.slice(from, cuts[index + 1]))
    if (rows.every((row) => widthOf(row) <= widthEm * slack)) break
  }
  return rows
}

function stack(pieces: readonly Piece[], kind: Group['kind'], room: Room): readonly Piece[] {
  const em = widthOf(pieces)
  // So many terms that they fill a slide are set smaller, in longer rows.
  const widthEm = Math.max(room.widthEm, Math.sqrt((em * rowEm * room.widthEm) / room.heightEm))
  if (em <= room.widthEm || pieces.length === 1 || pieces.some(({ tex }) => /^\\middle/.test(tex)))
    return pieces
  const rows = toRows(pieces, widthEm)
  const [name, start] = kind === 'fraction' ? ['gathered', ''] : ['aligned', '&']
  const texts = rows.map((row) => `${start}${row[0] && isOperator(row[0]) ? '{}' : ''}${writeTex(row)}`)
  const tex = `\\begin{${name}}${texts.join('\\\\')}\\end{${name}}`
  return [{ role: 'sign', tex, em: Math.max(...rows.map(widthOf)) }]
}

const hasFraction = (pieces: readonly Piece[]): boolean =>
  pieces.some(({ group }) => group && (group.kind === 'fraction' || group.bodies.some(hasFraction)))

/** Groups too wide for the room in rows, those inside first; a fraction that holds another one large, so that both are read. */
function breakGroups(pieces: readonly Piece[], room: Room): readonly Piece[] {
  return pieces.map((piece): Piece => {
    const { group } = piece
    if (!group) return piece
    const { kind } = group
    const others = widthOf(pieces) - piece.em
    const leftEm = room.widthEm - ownEm[kind] - (others < room.widthEm * beside ? others : 0)
    const inside = { ...room, widthEm: Math.max(leftEm, leastEm) }
    const bodies = group.bodies.map((body) => {
      const broken = breakGroups(body, inside)
      return kind === 'environment' ? broken : stack(broken, kind, inside)
    })
    const isOuter = kind === 'fraction' && bodies.some(hasFraction)
    const frame = isOuter ? group.frame.map((tex) => tex.replace(/^\\frac/, '\\dfrac')) : group.frame
    return toGroup({ kind, frame, bodies }, piece.tex, piece.em - toGroup(group).em)
  })
}

/** Says where a line of text may end: KaTeX asks nobody at a sum or a relation, but does at a comma, or where there is neither. */
function allowBreaks(pieces: readonly Piece[]): readonly Piece[] {
  const everywhere = !placesIn(pieces).some(({ good }) => good)
  return pieces.map((piece, at) => {
    const may = at < pieces.length - 1 && (everywhere || piece.role === 'comma')
    return may ? { ...piece, tex: `${piece.tex}\\allowbreak ` } : piece
  })
}

/** Wide fences in text, with what they hold, as signs of the text: it goes over its lines with the words. */
function openFences(pieces: readonly Piece[], widthEm: number): readonly Piece[] {
  return pieces.flatMap((piece): readonly Piece[] => {
    const { group } = piece
    const body = group?.bodies[0] ?? []
    const isWide = group?.kind === 'fence' && piece.em > widthEm * wideFence
    if (!isWide || body.some(({ tex }) => /^\\middle/.test(tex))) return [piece]
    const size = body.some((one) => one.group) ? '\\bigg' : ''
    const [open = '', close = ''] = group.frame.map((tex, at) => {
      const sign = tex.replace(/^\\(?:left|right)\s*/, '')
      return sign === '.' ? '' : `${size && `${size}${at === 0 ? 'l' : 'r'}`}${sign}`
    })
    return [
      { role: 'open', tex: open, em: 0.4 },
      ...allowBreaks(openFences(body, widthEm)),
      { role: 'close', tex: `${close}${piece.tex}`, em: 0.4 },
    ]
  })
}

/** Whether some of it cannot be broken in text, and is wider than a line of it. */
const isTooWide = (pieces: readonly Piece[], widthEm: number): boolean =>
  pieces.some(({ em, group }) => group && group.kind !== 'environment' && em * textRatio > widthEm)

/** TeX that is not cut off or made too small where it can be helped; in text, one that is too wide for it is displayed. */
export function breakFormula(tex: string, display: boolean, room: Room): Broken {
  const pieces = readTex(tex)
  const open = display ? pieces : openFences(pieces, room.widthEm)
  const displayed = display || isTooWide(open, room.widthEm)
  const broken = writeTex(breakGroups(displayed ? pieces : open, room))
  return { tex: broken === writeTex(pieces) ? tex : broken, display: displayed }
}
