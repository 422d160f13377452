// The faces of a deck that is made again at each save → those it was made with before, and beside each a small one for the
// letters that came since: to cut a few letters takes a hundredth of cutting all, and the page keeps the faces it has.
import { hanPattern } from '../shared/text.js'
import type { Face } from './font-plan.js'

/** Letters each face was cut to, and those that came later, by family and style. */
export type HeldLetters = Map<string, { readonly main: string; readonly late: string }>

/** With more late letters than this a face is cut anew, to all letters there are then; those that went stay until that. */
const mostLate = 64
/**
 * Chinese letters do not change by what stands beside them. Everything else does, marks above all: two of them are set
 * close only where both are of one font.
 */
const apart = /^\p{Script=Han}*$/u
/** So a Chinese face has the usual ones from the start: they weigh 4 KB. */
const usualMarks = '，。、；：？！（）《》“”‘’…—·•'

/** Letters a face is cut to when it is cut anew. */
const whole = (chars: string): string =>
  hanPattern.test(chars) ? [...new Set(chars + usualMarks)].toSorted().join('') : chars

/** `held` is what this and earlier calls made of the faces. A face for late letters alone is marked so. */
export function growFaces(faces: readonly Face[], held: HeldLetters): readonly Face[] {
  return faces.flatMap((face) => {
    const { chars, style } = face.request
    const key = `${face.family} ${style}`
    const { main, late } = held.get(key) ?? { main: whole(chars), late: '' }
    const known = new Set(main + late)
    const all = late + [...chars].filter((letter) => !known.has(letter)).join('')
    const grown = apart.test(all) && [...all].length <= mostLate
    const now = grown ? { main, late: all } : { main: whole(chars), late: '' }
    held.set(key, now)
    const cutTo = (letters: string): Face => ({ ...face, request: { ...face.request, chars: letters } })
    return [cutTo(now.main), ...(now.late === '' ? [] : [{ ...cutTo(now.late), late: true }])]
  })
}
