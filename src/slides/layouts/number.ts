// A line with one figure in it that counts → the figure large, the whole line beside it.
import { measureEm } from '../../shared/text.js'
import type { Layout, Shown } from '../layout.js'
import { plainLine } from '../pieces.js'

const maxRestEm = 30
/** Hours and people are counted everywhere; they count for much only in a short line. */
const maxWeakRestEm = 14
const strong =
  '%|％|‰|倍|万亿|千亿|百亿|亿美元|亿元|亿|千万|百万|万|兆|億美元|億元|億|萬|x\\b|×|bn\\b|billion|million|trillion|percent|times\\b|[BMK]\\b|[GTP]B\\b'
const weak =
  '万円|億円|万元|万份|万人|万次|个百分点|个月|小时|分钟|美元|公里|天|周|年|秒|人|家|款|次|元|円|份|名|台|個百分點|個月|小時|分鐘|週|ms\\b|years?\\b|months?\\b|weeks?\\b|days?\\b|hours?\\b|minutes?\\b|seconds?\\b|people\\b|users\\b|teams\\b'
// Not a version (v2.1), a date, a list’s number (第3), a name (GLM-130B), an address.
const figure = new RegExp(
  `(?<![\\w.:/第-])([$¥€£]?)(\\d[\\d,]*(?:\\.\\d+)?(?:\\s?[–—~～-]\\s?\\d+(?:\\.\\d+)?)?)\\s?(?:(?=(?:万円|億円|万元|万份|万人|万次))(${weak})|(${strong})|(${weak}))`,
  'giu',
)
const anyFigure = /\d+(?:[.,]\d+)*/g

type Figure = {
  readonly prefix: string
  readonly figure: string
  readonly unit: string
  readonly strong: boolean
}

/** The one figure of a line, or `undefined` when there is none or more than one. */
function readFigure(text: string): Figure | undefined {
  if (!/\d/.test(text)) return undefined
  const [found, second] = [...text.matchAll(figure)]
  if (!found || second) return undefined
  const [, prefix = '', digits = '', longUnit, strongUnit, shortUnit] = found
  const weakUnit = longUnit ?? shortUnit
  // “2023年” is when, not how much.
  if (weakUnit === '年' && /^(19|20)\d\d$/.test(digits)) return undefined
  const others = (text.replace(found[0], '').match(anyFigure) ?? []).length
  if (others > 0 || digits.length > 6) return undefined
  return {
    prefix,
    figure: digits,
    unit: strongUnit ?? weakUnit ?? '',
    strong: strongUnit !== undefined || longUnit !== undefined || prefix !== '',
  }
}

const known = new WeakMap<Shown, { readonly figure: Figure | undefined }>()

/** The same for a unit that is a plain line; each is asked about often, by its neighbours too. */
function findFigure(unit: Shown | undefined): Figure | undefined {
  if (!unit) return undefined
  const found = known.get(unit) ?? { figure: readFigure(plainLine(unit)?.text ?? '') }
  known.set(unit, found)
  return found.figure
}

export const number: Layout = {
  name: 'number',
  purpose: 'One line with a single figure and its unit (倍 % 万 亿 million days …) and few words beside.',
  stands: 'stretch',
  rare: true,
  absorbs: 0,
  weigh(units, from, { asked }) {
    const line = plainLine(units[from])
    const found = findFigure(line)
    if (!line || !found) return undefined
    const restEm = measureEm(line.text) - measureEm(found.figure + found.unit)
    if (asked) return { count: 1, score: 1 }
    if (restEm > (found.strong ? maxRestEm : maxWeakRestEm) || restEm < 3) return undefined
    // One of several figures in a row is not lifted out of them.
    if ([from - 1, from + 1].some((at) => findFigure(units[at]))) return undefined
    return { count: 1, score: found.strong ? 0.84 : 0.72 }
  },
  view([unit]) {
    const found = findFigure(unit)
    return { prefix: found?.prefix, figure: found?.figure, unit: found?.unit, say: unit?.html ?? '' }
  },
}
