// The types of what a body is read into before it is cut into sections: headings, remarks of their own, and units.
import type { At } from '../shared/problem.js'
import type { Block, Point, Remark } from './notes.js'

export type HeadingLine = {
  readonly kind: 'heading'
  readonly depth: number
  readonly source: string
  readonly at: At
}
/** A remark that fills its own line: it belongs to whatever stands before it. */
export type LooseRemark = { readonly kind: 'remark'; readonly remark: Remark }
/** `<!-- name: value -->` on its own line, or `---`: about what follows it. */
export type DirectiveLine = {
  readonly kind: 'directive'
  readonly name: string
  readonly value: string
  readonly at: At
}
/** `<!-- minutes: 5 -->` below a heading: how long the section is to take. */
export type BudgetLine = { readonly kind: 'budget'; readonly minutes: number; readonly at: At }
export type Piece = HeadingLine | LooseRemark | DirectiveLine | Point | Block
/** What is left of the pieces once directives are obeyed. */
export type BodyPiece = Exclude<Piece, DirectiveLine> | BudgetLine
