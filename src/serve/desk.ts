// What is tried on the deck, saved and exported while it is shown: one desk for all windows of whoever presents.
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import type { Exporting, Look, LookState } from '../page/live-contract.js'
import { DeckError } from '../shared/problem.js'
import type { Listeners } from './events.js'
import type { DeckSource, Rebuilt } from './rebuild.js'

export type Desk = {
  /** What is tried now. */
  readonly look: () => Look
  /** `undefined` while there is no deck. */
  readonly state: () => Promise<LookState | undefined>
  /** Tries a look, in place of the one before; settles when it is shown. False for what is not offered. */
  readonly try: (look: Look) => Promise<boolean>
  /** Writes what is tried into the notes, and tries nothing any more. Throws DeckError. */
  readonly save: () => Promise<void>
  /** Begins to make a format, of which the windows hear; false where that is not offered, or another one is being made. */
  readonly export: (format: string) => Promise<boolean>
  /** The path of a file that was made, by the name in its address. */
  readonly made: (id: string) => string | undefined
  readonly take: (rebuilt: Rebuilt) => void
}

const keys = ['theme', 'accent', 'aspect', 'remarks', 'density'] as const

/** Those of the values whose keys the other has. */
const pick = (values: Look, those: Look): Look =>
  Object.fromEntries(
    keys.flatMap((key) =>
      those[key] === undefined || values[key] === undefined ? [] : [[key, values[key]]],
    ),
  )

type DeskTools = { readonly remake: () => Promise<void>; readonly tell: Listeners['tell'] }

/** A desk at which nothing is tried. */
export function openDesk(source: DeckSource, { remake, tell }: DeskTools): Desk {
  let look: Look = {}
  let shown: Required<Look> | undefined
  /** How the deck looks without what is tried, as far as that is known. */
  let plain: Look = {}
  let busy = false
  const files = new Map<string, string>()

  /** The offer, with the theme of the notes where that is one of their own. */
  async function readOffer() {
    const offer = await source.offer()
    const own = plain.theme
    const known = own === undefined || offer.themes.some(({ name }) => name === own)
    return known ? offer : { ...offer, themes: [{ name: own, colors: [] }, ...offer.themes] }
  }
  async function isOffered(wanted: Look): Promise<boolean> {
    const { themes, aspects, policies, densities } = await readOffer()
    const lists = {
      theme: themes.map(({ name }) => name),
      aspect: aspects,
      remarks: policies,
      density: densities,
    }
    return Object.entries(lists).every(([key, list]) => {
      const words = wanted[key as keyof typeof lists]
      return words === undefined || list.includes(words)
    })
  }
  const set = async (wanted: Look) => {
    look = wanted
    await remake()
    tell('look', {})
  }

  async function make(format: string) {
    const say = (exporting: Omit<Exporting, 'format'>) => tell('export', { format, ...exporting })
    try {
      const made = await source.make(format, look, (words) => say({ state: 'busy', words }))
      const words = path.relative('', made.path) || made.path
      if (made.isFolder) return say({ state: 'done', words })
      const id = `${randomBytes(6).toString('hex')}/${path.basename(made.path)}`
      files.set(id, made.path)
      say({ state: 'done', words, href: `/made/${id.split('/').map(encodeURIComponent).join('/')}` })
    } catch (error) {
      const { message, hint } = error instanceof DeckError ? error.problem : { message: String(error) }
      const words = [message, hint].filter(Boolean).join(' ')
      say({ state: 'failed', words })
    } finally {
      busy = false
    }
  }

  return {
    look: () => look,
    async state() {
      if (!shown) return undefined
      return { look, shown, frontMatter: source.tell(look), ...(await readOffer()) }
    },
    async try(wanted) {
      if (!(await isOffered(wanted))) return false
      // What the notes say anyway is not tried.
      const news = keys.flatMap((key) => {
        const words = wanted[key]
        return words === undefined || words === plain[key] ? [] : [[key, words] as const]
      })
      await set(Object.fromEntries(news))
      return true
    },
    async save() {
      const saved = look
      await source.save(saved)
      // What was chosen meanwhile is not in the notes.
      if (look === saved) await set({})
    },
    async export(format) {
      const { formats } = await source.offer()
      if (busy || !formats.some(({ name }) => name === format)) return false
      busy = true
      tell('export', { format, state: 'busy', words: '' })
      make(format)
      return true
    },
    made: (id) => files.get(id),
    take({ looks }) {
      if (!looks) return
      shown = looks.shown
      plain = { ...plain, ...shown, ...pick(plain, looks.tried) }
    },
  }
}
