// What stands on a slide, as PowerPoint knows it: shapes, pictures, texts and tables, from the back to the front. Px on the slide.

export type Rect = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** `hex` is rrggbb; `alpha` 0 to 1. */
export type Paint = { readonly hex: string; readonly alpha: number }

export type Gradient = {
  /** Degrees clockwise, 0 from left to right. */
  readonly angle: number
  readonly stops: readonly { readonly at: number; readonly paint: Paint }[]
}

export type Line = { readonly paint: Paint; readonly widthPx: number; readonly dashed: boolean }

export type Shape = {
  readonly kind: 'shape'
  readonly rect: Rect
  readonly fill?: Paint | Gradient
  readonly line?: Line
  readonly radiusPx: number
}

export type PictureFile = { readonly bytes: Uint8Array; readonly type: 'png' | 'jpeg' | 'gif' }

export type Picture = {
  readonly kind: 'picture'
  readonly rect: Rect
  readonly alt: string
  readonly file: PictureFile
  readonly radiusPx: number
}

export type Run = {
  readonly text: string
  /** Families by the names they are installed under: for Latin letters, and for Han and the like. */
  readonly latin: string
  readonly ea: string
  readonly sizePx: number
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly strike: boolean
  /** How far it stands over the line, as a share of its size: of a raised figure. */
  readonly raised: number
  readonly spacingPx: number
  readonly paint: Paint
  readonly highlight?: Paint
  /** An address, or the number of a slide. */
  readonly link?: string | number
  readonly lang: string
}

export type Bullet = {
  readonly sign: string | { readonly startAt: number }
  readonly paint: Paint
  /** Of the text's size. */
  readonly scale: number
  /** How far before the text it begins. */
  readonly hangPx: number
}

export type Paragraph = {
  /** Lines of their own within the paragraph; each wraps by itself. */
  readonly lines: readonly (readonly Run[])[]
  readonly align: 'l' | 'ctr' | 'r'
  readonly rtl: boolean
  readonly linePx: number
  readonly beforePx: number
  readonly indentPx: number
  readonly bullet?: Bullet
}

export type TextBox = {
  readonly kind: 'text'
  readonly rect: Rect
  /** `title` is the slide’s: it stands in the outline. */
  readonly role: 'title' | 'text'
  readonly name: string
  readonly wrap: boolean
  /** Lines run from top to bottom, the first at the right. */
  readonly upright: boolean
  /** They lie on their side: letters of no script that is written so. */
  readonly turned: boolean
  readonly paragraphs: readonly Paragraph[]
}

export type Cell = {
  readonly across: number
  readonly down: number
  /** Covered by a cell before or over it. */
  readonly covered?: 'across' | 'down'
  readonly fill?: Paint
  readonly lines: { readonly [side in 'l' | 'r' | 't' | 'b']?: Line }
  /** Left, top, right: room between the cell's edge and its text. */
  readonly insets: readonly [left: number, top: number, right: number]
  readonly paragraphs: readonly Paragraph[]
}

export type Table = {
  readonly kind: 'table'
  readonly rect: Rect
  readonly columnsPx: readonly number[]
  readonly rows: readonly { readonly heightPx: number; readonly cells: readonly Cell[] }[]
  readonly headed: boolean
}

export type Piece = Shape | Picture | TextBox | Table

export type SlideDrawing = {
  readonly id: string
  /** Among all slides of the deck, from 1. */
  readonly number: number
  /** What its speaker alone reads, by paragraph; none in a deck that is shared. */
  readonly notes: readonly string[]
  readonly background: Paint | PictureFile
  /** Its heading's words; said again where no piece is the title. */
  readonly title: string
  readonly pieces: readonly Piece[]
}

export type DeckDrawing = {
  readonly widthPx: number
  readonly heightPx: number
  readonly title: string
  readonly author: string
  readonly subject: string
  readonly lang: string
  /** The theme's colours by the names PowerPoint has for them, rrggbb. */
  readonly colors: ReadonlyMap<string, string>
  readonly fonts: {
    readonly major: Pick<Run, 'latin' | 'ea'>
    readonly minor: Pick<Run, 'latin' | 'ea'>
  }
  readonly slides: readonly SlideDrawing[]
}
