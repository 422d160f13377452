// The lines of a text with the places where it may be cut → where it is cut into pieces of about even height, each of which
// stands on a slide. Pure arithmetic.

export type Seam = {
  /** Px from the top of the text to the foot of the line that ends there, and to the top of the line that follows. */
  readonly endPx: number
  readonly startPx: number
  /** The same as far as the text itself comes: in the middle of a line it is half a line more than its top. */
  readonly atPx: number
  /** How ill the text is cut there; a piece one line off even costs 1, two lines 4. */
  readonly cost: number
}

export type Lines = {
  readonly seams: readonly Seam[]
  readonly heightPx: number
  /** `atPx` of the text's end. */
  readonly reachPx: number
  /** Px of one line: no piece has fewer than two. */
  readonly linePx: number
  /** What a piece may take, px; the last one, which has more to carry, less where it says so. */
  readonly roomPx: number
  readonly lastRoomPx?: number | undefined
  /** What the last piece may take where that makes a better cut. */
  readonly wideLastRoomPx?: number | undefined
}

const fewestLines = 2
/** Of a line: what other line ends may cost a piece whose lines begin elsewhere than they did in the whole. */
const ragged = 0.2
/** Of a line: a last line shorter than this looks left over. */
const leftover = 0.2
const leftoverCost = 4
/** A piece more than needed: a slide more, but better than a sentence cut between two words. */
const pieceCost = 24
const slackPx = 0.5

type From = { readonly startPx: number; readonly atPx: number }
type To = { readonly endPx: number; readonly atPx: number }

/** Lines the text between has when it begins on a line of its own. */
const linesOf = (from: From, to: To, linePx: number): number => (to.atPx - from.atPx) / linePx

/** What they take: no more than the lines they stood on. */
const heightOf = (from: From, to: To, linePx: number): number =>
  Math.min(to.endPx - from.startPx, Math.ceil(linesOf(from, to, linePx) + ragged) * linePx)

/** How much text always stands in so much room, px. */
const capacityOf = (roomPx: number, linePx: number): number =>
  (Math.floor((roomPx + slackPx) / linePx) - ragged) * linePx

type Cut = { readonly chosen: readonly number[]; readonly cost: number }

/** The best seams for so many pieces; none when they do not fit. */
function cutInto(lines: Lines, count: number): Cut | undefined {
  const { seams, linePx, roomPx } = lines
  const end = { endPx: lines.heightPx, atPx: lines.reachPx }
  const lastRoomPx = Math.min(roomPx, lines.lastRoomPx ?? roomPx)
  const capacityPx = capacityOf(roomPx, linePx)
  const lastCapacityPx = capacityOf(lastRoomPx, linePx)
  const chosen: number[] = []
  let from: From = { startPx: 0, atPx: 0 }
  let next = 0
  let whole = 0
  for (let left = count; left > 1; left--) {
    const restPx = end.atPx - from.atPx
    const idealPx = from.atPx + (restPx - Math.min(restPx / left, lastCapacityPx)) / (left - 1)
    let best: { at: number; cost: number } | undefined
    for (let at = next; at < seams.length; at++) {
      const seam = seams[at]
      if (!seam || heightOf(from, seam, linePx) > roomPx + slackPx) break
      const own = linesOf(from, seam, linePx)
      if (own < fewestLines - ragged || linesOf(seam, end, linePx) < fewestLines - ragged) continue
      // A last piece that begins a line of the whole has its lines, and needs no reserve for other line ends.
      if (left === 2 && heightOf(seam, end, linePx) > lastRoomPx + slackPx) continue
      if (left > 2 && end.atPx - seam.atPx > (left - 2) * capacityPx + lastCapacityPx) continue
      const last = own % 1
      const short = last > 0.02 && last < leftover ? leftoverCost : 0
      const cost = ((seam.atPx - idealPx) / linePx) ** 2 + seam.cost + short
      if (!best || cost < best.cost) best = { at, cost }
    }
    const seam = best && seams[best.at]
    if (!best || !seam) return undefined
    chosen.push(best.at)
    whole += best.cost
    from = seam
    next = best.at + 1
  }
  return heightOf(from, end, linePx) <= lastRoomPx + slackPx ? { chosen, cost: whole } : undefined
}

/** The best cut into the fewest pieces that fit, or into one more where that is much better. */
function findCut(lines: Lines): Cut | undefined {
  const { heightPx, roomPx, linePx } = lines
  const most = Math.min(lines.seams.length + 1, Math.ceil(heightPx / (2 * linePx)))
  const mostPx = Math.floor((roomPx + slackPx) / linePx) * linePx
  const fewest = Math.max(2, Math.ceil(lines.reachPx / Math.max(linePx, mostPx)))
  // Where even a few more than the fewest do not fit, still more would not.
  for (let count = fewest; count <= Math.min(most, 2 * fewest + 2); count++) {
    const cut = cutInto(lines, count)
    if (!cut) continue
    const more = cutInto(lines, count + 1)
    return more && more.cost + pieceCost < cut.cost ? more : cut
  }
  return undefined
}

/** Indexes of the seams at which to cut; none when there is no way. */
export function chooseSeams(lines: Lines): readonly number[] {
  const { heightPx, roomPx, lastRoomPx, wideLastRoomPx } = lines
  if (heightPx <= Math.min(roomPx, lastRoomPx ?? roomPx)) return []
  const cut = findCut(lines)
  if (lastRoomPx === undefined) return cut?.chosen ?? []
  // Less room for what stands under it may mean a slide more.
  const wide = wideLastRoomPx === undefined ? undefined : findCut({ ...lines, lastRoomPx: wideLastRoomPx })
  if (wide && (!cut || wide.cost + pieceCost < cut.cost)) return wide.chosen
  // A last piece that is not short is better than none.
  return cut ? cut.chosen : chooseSeams({ ...lines, lastRoomPx: undefined })
}
