// Runs in a thread of its own: pinnings in, pinned fonts (or what went wrong) out, one after another.
import { parentPort } from 'node:worker_threads'
import { loadCutter, type Pinning, pinSlice } from './pin.js'

/** The answer to the pinning of the same id. */
export type PinAnswer = { readonly id: number } & (
  | { readonly font: Uint8Array; readonly failure?: never }
  | { readonly failure: string; readonly font?: never }
)

parentPort?.on('message', async ({ id, pinning }: { readonly id: number; readonly pinning: Pinning }) => {
  try {
    const font = Uint8Array.from(await pinSlice(pinning))
    const answer: PinAnswer = { id, font }
    parentPort?.postMessage(answer, [font.buffer])
  } catch (error) {
    const answer: PinAnswer = { id, failure: error instanceof Error ? error.message : String(error) }
    parentPort?.postMessage(answer)
  }
})

// While nothing is asked for yet. A failure is told with the first pinning, which tries again.
loadCutter().catch(() => undefined)
