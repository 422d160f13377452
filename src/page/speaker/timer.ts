// Starts and stops of a talk → how long it has been going on. The time is given, so that nothing here waits for it.

export type Timer = {
  readonly running: boolean
  /** Ms gathered before the last start. */
  readonly gatheredMs: number
  /** When it was started last, ms; only where it runs. */
  readonly sinceMs: number
}

export const stopped: Timer = { running: false, gatheredMs: 0, sinceMs: 0 }

/** How long the talk has gone on, ms. */
export const elapsedMs = ({ running, gatheredMs, sinceMs }: Timer, nowMs: number): number =>
  gatheredMs + (running ? nowMs - sinceMs : 0)

export const startTimer = (timer: Timer, nowMs: number): Timer =>
  timer.running ? timer : { ...timer, running: true, sinceMs: nowMs }

export const pauseTimer = (timer: Timer, nowMs: number): Timer => ({
  running: false,
  gatheredMs: elapsedMs(timer, nowMs),
  sinceMs: 0,
})

/** 75,000 ms → `1:15`; from an hour on `1:00:00`. */
export function tellTime(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const two = (number: number) => String(number).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
