// Title and subtitle of the front matter → the same without what was muttered in them, and the remarks taken out.
import type { At } from '../shared/problem.js'
import type { Head, Remark } from './notes.js'
import { remarkOf } from './points.js'
import type { Reading } from './reading.js'
import { splitRemarks } from './remarks.js'

export type Names = {
  readonly title: string | undefined
  readonly subtitle: string | undefined
  readonly remarks: readonly Remark[]
}

/** A name that is nothing but a remark keeps its words: a deck must be called something. */
export function readNames(head: Head, reading: Reading): Names {
  const at: At = { file: reading.file, line: 1, column: 1 }
  const remarks: Remark[] = []
  const read = (typed: string | undefined): string | undefined => {
    if (typed === undefined) return undefined
    const split = splitRemarks(typed, reading.phrases)
    if (split.said === '') return typed
    remarks.push(...split.remarks.map((found) => remarkOf({ ...found, column: 1 }, at)))
    return split.said
  }
  return { title: read(head.title), subtitle: read(head.subtitle), remarks }
}
