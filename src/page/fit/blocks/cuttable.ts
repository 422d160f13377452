// What a unit that is too tall is cut by, whatever its kind: its rows, and how they are put into pieces of it.
import type { Rows } from './rows.js'

export type Cuttable = {
  readonly rows: Rows
  /** Of what the unit takes besides its rows, px that only the first piece takes. */
  readonly firstPx?: number
  /** The row that a line of the notes is about. */
  readonly rowOf?: (line: number) => number
  /** Takes the rows out of the unit, so that copies of it are made without them: else they take time as rows times pieces. */
  readonly empty: () => void
  /** Puts rows `from` to `to` into a copy of the emptied unit. */
  readonly fill: (piece: HTMLElement, from: number, to: number) => void
}
