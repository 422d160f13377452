// The fitted deck, open as plain pages → its drawing: one snapshot of the page, and pictures of what no shape can show.
import { z } from 'zod'
import type { Deck } from '../../deck/deck.js'
import type { FittedPage } from '../format.js'
import type { DeckDrawing } from './drawing.js'
import { readFaces } from './faces.js'
import { readPaint } from './read-paint.js'
import { readLang } from './read-runs.js'
import { readSlide } from './read-slide.js'
import { takeShots } from './shoot.js'
import { everyBox, takeSnapshot } from './snapshot.js'

/** The theme's colours by PowerPoint's names for them: what a user of it would look for there. */
const slots = {
  dk1: 'ink',
  lt1: 'bg',
  dk2: 'muted',
  lt2: 'surface',
  accent1: 'accent',
  accent2: 'remark',
  accent3: 'line',
  accent4: 'on-accent',
  hlink: 'accent',
  folHlink: 'muted',
}

const head = z.object({ colors: z.record(z.string(), z.string()), author: z.string(), subject: z.string() })
const readHead = `(() => {
  const style = getComputedStyle(document.documentElement)
  const meta = (name) => document.querySelector('meta[name="' + name + '"]')?.content ?? ''
  const colors = Object.fromEntries(Object.entries(${JSON.stringify(slots)}).map(([slot, name]) => [slot, style.getPropertyValue('--c-' + name).trim()]))
  return { colors, author: meta('author'), subject: meta('description') }
})()`

export async function readDeck(
  deck: Pick<Deck, 'title' | 'lang'>,
  { open: { page } }: Pick<FittedPage, 'open'>,
): Promise<DeckDrawing> {
  const session = await page.createCDPSession()
  try {
    const { colors, author, subject } = head.parse(await page.evaluate(readHead))
    await session.send('DOM.enable')
    await session.send('DOM.getDocument', { depth: 0 })
    const sections = await takeSnapshot(session)
    const theme = new Map(
      Object.entries(colors).flatMap(([slot, css]) => {
        const paint = readPaint(css)
        return paint ? [[slot, paint.hex] as const] : []
      }),
    )
    const read = sections.map((section) =>
      readSlide(section, { hex: theme.get('lt1') ?? 'ffffff', alpha: 1 }),
    )
    const files = await takeShots(
      session,
      read.flatMap(({ shots }) => shots),
    )
    const left = [...files]
    const slides = read.map(({ shots, draw }) => draw(left.splice(0, shots.length)))
    const [first] = sections
    const boxes = sections.slice(0, 20).flatMap(everyBox)
    const heading = boxes.find(({ tag }) => tag === 'h3') ?? first
    return {
      widthPx: first?.rect.width ?? 1280,
      heightPx: first?.rect.height ?? 720,
      title: deck.title,
      author,
      subject,
      lang: readLang(deck.lang),
      colors: theme,
      fonts: {
        major: readFaces(heading?.style('font-family') ?? ''),
        minor: readFaces(first?.style('font-family') ?? ''),
      },
      slides,
    }
  } finally {
    await session.detach()
  }
}
