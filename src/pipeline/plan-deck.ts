// A notes file → what its deck is drawn from: notes, slides, the theme under its brand, the shape of the slides.
import path from 'node:path'
import type { Config } from '../config/config.js'
import type { Head, Notes, RemarkPolicy } from '../notes/notes.js'
import { parseNotes } from '../notes/parse.js'
import { readNotesBytes } from '../notes/read.js'
import { giveWay } from '../shared/give-way.js'
import { DeckError, type Problem } from '../shared/problem.js'
import { planSlides } from '../slides/plan.js'
import type { Slide } from '../slides/slide.js'
import type { Aspect } from '../theme/aspect.js'
import { readBrand, readOwnSheet, readSetting } from '../theme/brand.js'
import { type Density, setDensity } from '../theme/density.js'
import { loadTheme } from '../theme/load.js'
import { placeOfKey } from '../theme/place.js'
import type { Theme } from '../theme/theme.js'

export type Asked = Config['deck'] & {
  readonly remarks?: RemarkPolicy | undefined
  readonly density?: Density | undefined
}

export type PlanRequest = {
  readonly file: string
  readonly config: Config
  /** What the command line asks of the deck. It goes before the notes' front matter, which goes before the config. */
  readonly asked?: Asked
  /** `key=value` for keys of theme.yaml; a later one goes before an earlier. */
  readonly settings?: readonly string[]
}

/** The notes of a request, understood, planned and given a theme: all that a deck is drawn from. */
export type PlannedDeck = {
  readonly notes: Notes
  readonly slides: readonly Slide[]
  readonly theme: Theme
  readonly aspect: Aspect
  readonly policy: RemarkPolicy
  readonly density: Density
  /** The theme as it was asked for: a name, or a path. */
  readonly themeName: string
  readonly problems: readonly Problem[]
}

/** The theme asked for, under the notes' brand, the command line's settings and the author's own style sheet. */
async function chooseTheme(
  name: string,
  { file, asked, settings = [] }: PlanRequest,
  head: Head,
): Promise<Theme> {
  // A path in the notes starts where they lie.
  const near = path.dirname(file)
  const from = asked?.theme === undefined && head.theme !== undefined ? near : '.'
  const [brand, sheets] = await Promise.all([readBrand(file, head.brand), readOwnSheet(file)])
  const layers = [...settings.map(readSetting).toReversed(), ...brand]
  try {
    return await loadTheme(name, from, { layers, sheets, near })
  } catch (error) {
    const isTheirs = asked?.theme === undefined && head.theme !== undefined
    if (!isTheirs || !(error instanceof DeckError) || error.problem.at !== undefined) throw error
    const at = await placeOfKey({ file }, 'theme')
    throw new DeckError({ ...error.problem, at }, { blame: error.blame, cause: error })
  }
}

/** Plans a deck. Throws DeckError for notes that cannot be read, or a theme that cannot be used. */
export async function planDeck(request: PlanRequest): Promise<PlannedDeck> {
  const { file, config, asked = {} } = request
  const bytes = await readNotesBytes(file)
  const { notes, problems } = parseNotes(bytes, file, config.notes)
  const { head } = notes
  await giveWay()
  const themeName = asked.theme ?? head.theme ?? config.deck.theme ?? 'paper'
  const density = asked.density ?? head.density ?? 'usual'
  const theme = setDensity(await chooseTheme(themeName, request, head), density)
  const aspect = asked.aspect ?? head.aspect ?? config.deck.aspect ?? '16:9'
  const policy = asked.remarks ?? head.remarks ?? config.slides.remarks ?? 'notes'
  await giveWay()
  const planned = planSlides(notes, {
    remarks: policy,
    agenda: head.agenda ?? config.slides.agenda,
    fragments: head.fragments ?? config.slides.fragments,
  })
  return {
    notes,
    slides: planned.slides,
    theme,
    aspect,
    policy,
    density,
    themeName,
    problems: [...problems, ...theme.problems, ...planned.problems],
  }
}
