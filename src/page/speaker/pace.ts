// Sections with their minutes, and where the talk is → what was planned by then: how far ahead or behind. No DOM.

/** Slides that follow one another in one section; or in none, and then the talk takes no time on them. */
export type Stretch = {
  readonly slides: number
  readonly section: boolean
  readonly minutes?: number | undefined
}

const minuteMs = 60_000

/**
 * Ms for each stretch: its own minutes; what is left of the whole goes to the others by their slides. Without a whole, those
 * without minutes have none. `undefined` where nothing is planned.
 */
export function planTimes(
  stretches: readonly Stretch[],
  wholeMinutes: number | undefined,
): readonly number[] | undefined {
  const timed = stretches.filter(({ minutes }) => minutes !== undefined)
  if (wholeMinutes === undefined && timed.length === 0) return undefined
  const given = timed.reduce((sum, { minutes = 0 }) => sum + minutes, 0)
  const rest = Math.max(0, (wholeMinutes ?? given) - given)
  const weightOf = ({ section, slides, minutes }: Stretch) => (section && minutes === undefined ? slides : 0)
  const weight = stretches.reduce((sum, one) => sum + weightOf(one), 0)
  return stretches.map(
    (one) => (one.minutes ?? (weight === 0 ? 0 : (rest * weightOf(one)) / weight)) * minuteMs,
  )
}

/** Where the talk is: on which slide, from 0, of which stretch. */
export type Position = { readonly stretch: number; readonly slide: number }

export type Pace = {
  readonly wholeMs: number
  /** When the slide was to come, and to go, since the start. */
  readonly fromMs: number
  readonly toMs: number
  /** Ms ahead of the plan, negative behind it; 0 while the slide has its time. */
  readonly aheadMs: number
}

/** How the time that went by agrees with the plan. */
export function findPace(
  times: readonly number[],
  stretches: readonly Stretch[],
  at: Position,
  elapsedMs: number,
): Pace {
  const sum = (list: readonly number[]) => list.reduce((whole, one) => whole + one, 0)
  const before = sum(times.slice(0, at.stretch))
  const each = (times[at.stretch] ?? 0) / Math.max(1, stretches[at.stretch]?.slides ?? 1)
  const fromMs = before + each * at.slide
  const toMs = fromMs + each
  const aheadMs = elapsedMs < fromMs ? fromMs - elapsedMs : elapsedMs > toMs ? toMs - elapsedMs : 0
  // The parts of a whole, put together, are a hair less than it.
  return { wholeMs: Math.round(sum(times)), fromMs, toMs, aheadMs }
}

/** `3:07`, `1:02:33`; less than a second is none. */
export function formatTime(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const two = (count: number) => String(count).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
