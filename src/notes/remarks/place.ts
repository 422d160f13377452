// Where a text stands that may be a remark, and how what speaks for or against that is told.

export type Kind = 'bracket' | 'dash' | 'line'
export type Place = {
  readonly kind: Kind
  /** The bracket or the dash it begins with; for a line, the first that stands in it, if any. */
  readonly mark: string
  /** What stands before and after it on its line. */
  readonly before: string
  readonly after: string
}
/** Hears the name of a feature. */
export type Tell = (feature: string) => void
