// What must be undone when a signal ends the process before its work is done.

const undoings = new Set<() => void>()

/** Registers something synchronous to do when the process is stopped by a signal. */
export function onStop(undo: () => void): void {
  undoings.add(undo)
}

export function undoAll(): void {
  for (const undo of undoings) undo()
  undoings.clear()
}
