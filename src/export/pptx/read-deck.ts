// The fitted deck, open as plain pages → its drawing: one snapshot of the page, and pictures of what no shape can show.
import * as z from 'zod'
import type { DeckPage } from '../../chrome/open-deck.js'
import type { CDPSession, Page } from '../../chrome/puppeteer.js'
import type { Deck } from '../../deck/deck.js'
import type { DeckDrawing, Paint } from './drawing.js'
import { readFaces } from './faces.js'
import { readPaint } from './read-paint.js'
import { readLang } from './read-runs.js'
import { readSlide } from './read-slide.js'
import { takeShots } from './shoot.js'
import { type Box, everyBox, takeSnapshot } from './snapshot.js'

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

/** Slides on the page at a time: Chrome paints all of it for each picture. */
const atOnce = 10

/** Where a link of a note leads is said after its words. */
const notesScript = `(() => {
  const textOf = (note) => {
    const copy = note.cloneNode(true)
    for (const link of copy.querySelectorAll('a[href]'))
      if (!link.textContent.includes(link.getAttribute('href'))) link.append(' <' + link.getAttribute('href') + '>')
    return copy.textContent.trim()
  }
  return [...document.querySelectorAll('section[data-layout]:not(.away)')].map((section) =>
    [...section.querySelectorAll(':scope > .notes > *')].map(textOf).filter(Boolean))
})()`
const notesOf = z.array(z.array(z.string()))

type Read = { readonly sections: readonly Box[]; readonly slides: DeckDrawing['slides'] }

async function readSome(
  page: Page,
  session: CDPSession,
  numbers: readonly number[],
  ground: Paint,
): Promise<Read> {
  await page.evaluate(`recapOnly(${JSON.stringify(numbers)})`)
  await session.send('DOM.getDocument', { depth: 0 })
  const sections = await takeSnapshot(session)
  const notes = notesOf.parse(await page.evaluate(notesScript))
  const read = sections.map((section) => readSlide(section, ground))
  const files = [
    ...(await takeShots(
      session,
      read.flatMap(({ shots }) => shots),
    )),
  ]
  const slides = read.map(({ shots, draw }, at) => ({
    ...draw(files.splice(0, shots.length)),
    number: numbers[at] ?? 0,
    notes: notes[at] ?? [],
  }))
  return { sections, slides }
}

/** `wanted`: numbers of slides, from 1. Nobody else may use the page meanwhile. */
export async function readDeck(
  deck: Pick<Deck, 'title' | 'lang'>,
  { page }: Pick<DeckPage, 'page'>,
  wanted: readonly number[],
): Promise<DeckDrawing> {
  const session = await page.createCDPSession()
  try {
    const { colors, author, subject } = head.parse(await page.evaluate(readHead))
    await session.send('DOM.enable')
    const theme = new Map(
      Object.entries(colors).flatMap(([slot, css]) => {
        const paint = readPaint(css)
        return paint ? [[slot, paint.hex] as const] : []
      }),
    )
    const ground = { hex: theme.get('lt1') ?? 'ffffff', alpha: 1 }
    const some: Read[] = []
    for (let from = 0; from < wanted.length; from += atOnce)
      some.push(await readSome(page, session, wanted.slice(from, from + atOnce), ground))
    const [first] = some[0]?.sections ?? []
    const heading = some.flatMap(({ sections }) => sections.flatMap(everyBox)).find(({ tag }) => tag === 'h3')
    return {
      widthPx: first?.rect.width ?? 1280,
      heightPx: first?.rect.height ?? 720,
      title: deck.title,
      author,
      subject,
      lang: readLang(deck.lang),
      colors: theme,
      fonts: {
        major: readFaces((heading ?? first)?.style('font-family') ?? ''),
        minor: readFaces(first?.style('font-family') ?? ''),
      },
      slides: some.flatMap(({ slides }) => slides),
    }
  } finally {
    await session.detach()
  }
}
