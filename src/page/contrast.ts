// Slides as plain pages, and pictures of them without their words → how well each text stands off from what is behind it.
// A script of its own, put into the page by `recap theme check`: no deck carries it.

/** A text as it is drawn, and the least contrast it has anywhere. */
export type TextContrast = {
  /** What it is: the layout it stands in, and the nearest class that says what it is for. */
  readonly layout: string
  readonly role: string
  readonly words: string
  readonly sizePx: number
  /** WCAG 2.2's ratio, 1 to 21. */
  readonly ratio: number
  /** #rrggbb, the ink as it is mixed with what is behind it. */
  readonly ink: string
  readonly behind: string
}

declare global {
  interface Window {
    recapContrast?: {
      /** Reads all texts, then hides them. Gives how many slides there are. */
      readonly hideTexts: () => number
      /** The texts of the slide, against its picture as a data: address. */
      readonly compare: (slide: number, picture: string) => Promise<readonly TextContrast[]>
    }
  }
}

type Rgba = readonly [red: number, green: number, blue: number, alpha: number]
type Text = {
  readonly layout: string
  readonly role: string
  readonly words: string
  readonly sizePx: number
  readonly color: Rgba
  /** Px on the slide. */
  readonly boxes: readonly DOMRect[]
}

const canvas = document.createElement('canvas')
const pen = canvas.getContext('2d', { willReadFrequently: true })
const known = new Map<string, Rgba>()

/** Any CSS colour as sRGB, 0 to 255, alpha 0 to 1: the browser draws it, and it is read back. */
function readColor(color: string): Rgba {
  const earlier = known.get(color)
  if (earlier) return earlier
  canvas.width = 1
  canvas.height = 1
  if (!pen) return [0, 0, 0, 1]
  pen.fillStyle = color
  pen.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 255] = pen.getImageData(0, 0, 1, 1).data
  const read: Rgba = [red, green, blue, alpha / 255]
  known.set(color, read)
  return read
}

function opacityOf(element: Element, section: Element): number {
  let opacity = 1
  for (let at: Element | null = element; at && at !== section; at = at.parentElement)
    opacity *= Number(getComputedStyle(at).opacity)
  return opacity
}

/** The nearest class or kind of element that says what words are for. */
function roleOf(element: Element, section: Element): string {
  if (element.closest('.formula')) return 'formula'
  const plain = new Set(['nb', 'cl', 'gap', 'num', 'unit', 'body', 'la', 'plain', 'short', 'line', 'name'])
  for (let at: Element | null = element; at && at !== section; at = at.parentElement) {
    const name = [...at.classList].find((each) => !plain.has(each))
    if (name) return `.${name}`
    if (at.matches('th, td, figcaption, a, strong, code, em, li')) return at.tagName.toLowerCase()
  }
  return 'text'
}

function readTexts(section: HTMLElement): readonly Text[] {
  const { left, top } = section.getBoundingClientRect()
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  const range = document.createRange()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const words = node.textContent?.trim() ?? ''
    if (!element || words === '' || element.closest('[aria-hidden="true"], aside.notes, .katex-mathml'))
      continue
    const style = getComputedStyle(element)
    range.selectNodeContents(node)
    const boxes = [...range.getClientRects()]
      .filter(({ width, height }) => width > 2 && height > 2)
      .map((box) => new DOMRect(box.left - left, box.top - top, box.width, box.height))
    if (boxes.length === 0 || style.visibility === 'hidden') continue
    const [red, green, blue, alpha] = readColor(style.color)
    found.push({
      layout: section.dataset['layout'] ?? '',
      role: roleOf(element, section),
      words: words.slice(0, 40),
      sizePx: Number.parseFloat(style.fontSize),
      color: [red, green, blue, alpha * opacityOf(element, section)],
      boxes,
    })
  }
  return found
}

/** WCAG 2.2, “relative luminance”. */
function luminance([red, green, blue]: Rgba): number {
  const linear = [red, green, blue].map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0)
}

function contrast(one: Rgba, other: Rgba): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const over = ([red, green, blue, alpha]: Rgba, [r, g, b]: Rgba): Rgba => {
  const mix = (ink: number, paper: number) => Math.round(ink * alpha + paper * (1 - alpha))
  return [mix(red, r), mix(green, g), mix(blue, b), 1]
}
const toHex = (color: Rgba): string =>
  `#${color
    .slice(0, 3)
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`

/** Points looked at in a line of text, across and down. */
const across = 24
const down = 5
/** A hairline of a pattern behind a text does not make it hard to read. */
const ignored = 0.08

function compareText(text: Text, { data, width, height }: ImageData): TextContrast | undefined {
  const points = text.boxes.flatMap((box) =>
    Array.from({ length: across * down }, (_, index): Rgba | undefined => {
      const x = Math.round(box.left + (box.width * ((index % across) + 0.5)) / across)
      const y = Math.round(box.top + (box.height * (Math.floor(index / across) + 0.5)) / down)
      if (x < 0 || y < 0 || x >= width || y >= height) return undefined
      const at = (y * width + x) * 4
      return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0, 1]
    }),
  )
  const looked = points.flatMap((behind) => {
    if (!behind) return []
    const ink = over(text.color, behind)
    return [{ ratio: contrast(ink, behind), ink, behind }]
  })
  const sorted = looked.toSorted((a, b) => a.ratio - b.ratio)
  const worst = sorted[Math.floor(sorted.length * ignored)]
  if (!worst) return undefined
  const { layout, role, words, sizePx } = text
  return {
    layout,
    role,
    words,
    sizePx,
    ratio: worst.ratio,
    ink: toHex(worst.ink),
    behind: toHex(worst.behind),
  }
}

async function readPicture(picture: string): Promise<ImageData | undefined> {
  const image = new Image()
  image.src = picture
  await image.decode()
  canvas.width = image.naturalWidth
  canvas.height = image.naturalHeight
  pen?.drawImage(image, 0, 0)
  return pen?.getImageData(0, 0, canvas.width, canvas.height)
}

let read: readonly (readonly Text[])[] = []

window.recapContrast = {
  hideTexts() {
    const sections = [...document.querySelectorAll<HTMLElement>('section[data-layout]')]
    read = sections.map(readTexts)
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '.slide, .slide *, .slide *::before, .slide *::after { color: transparent !important; -webkit-text-fill-color: transparent !important; text-decoration-color: transparent !important; text-emphasis-color: transparent !important; text-shadow: none !important }',
    )
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return sections.length
  },
  async compare(slide, picture) {
    const pixels = await readPicture(picture)
    return pixels ? (read[slide] ?? []).flatMap((text) => compareText(text, pixels) ?? []) : []
  },
}
