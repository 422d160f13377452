// Pinnings → pinned fonts, on as many threads as the work is worth. No thread is started, and no wasm loaded, before
// the first pinning is asked for.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Pinning, pinSlice } from './pin.js'
import type { PinAnswer } from './worker.js'

export type Pinner = AsyncDisposable & {
  /** Throws Error when the slice cannot be pinned. */
  readonly pin: (pinning: Pinning) => Promise<Uint8Array>
  /** Starts a thread before there is work for it, while other things are done. */
  readonly warm: () => void
}
type Job = {
  readonly pinning: Pinning
  readonly resolve: (font: Uint8Array) => void
  readonly reject: (error: Error) => void
}
/** A thread with the jobs it was given and has not answered. */
type Thread = { readonly worker: Worker; readonly jobs: Map<number, Job> }

// A thread costs 0.15 s to start (mostly wasm), a slice 4 ms: below this many slices each, fewer threads are faster.
const slicesWorthAThread = 12
// Vitest runs the sources, and a thread would not find its .ts file's imports there.
const fromSources = import.meta.url.endsWith('.ts')

/** Opens a pinner; disposing of it ends its threads. */
export function openPinner(): Pinner {
  const threads: Thread[] = []
  const limit = availableParallelism()
  let asked = 0
  let threadsFail = fromSources
  const addThread = () => {
    const onFailure = () => {
      threadsFail = true
    }
    threads.push(startThread(onFailure))
  }
  const pin = (pinning: Pinning): Promise<Uint8Array> => {
    if (threadsFail) return pinSlice(pinning)
    const id = asked++
    if (threads.length < Math.min(limit, 1 + Math.floor(id / slicesWorthAThread))) addThread()
    const { promise, resolve, reject } = makeDeferred()
    const [idlest] = threads.toSorted((a, b) => a.jobs.size - b.jobs.size)
    idlest?.jobs.set(id, { pinning, resolve, reject })
    idlest?.worker.postMessage({ id, pinning })
    return promise
  }
  const warm = () => {
    if (!threadsFail && threads.length === 0) addThread()
  }
  return {
    pin,
    warm,
    [Symbol.asyncDispose]: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()))
    },
  }
}

function makeDeferred() {
  let resolve: (font: Uint8Array) => void = () => undefined
  let reject: (error: Error) => void = () => undefined
  const promise = new Promise<Uint8Array>((keep, fail) => {
    resolve = keep
    reject = fail
  })
  return { promise, resolve, reject }
}

function startThread(onFailure: () => void): Thread {
  const worker = new Worker(new URL('./worker.js', import.meta.url))
  const jobs = new Map<number, Job>()
  worker.on('message', ({ id, font, failure }: PinAnswer) => {
    const job = jobs.get(id)
    jobs.delete(id)
    if (font === undefined) job?.reject(new Error(failure))
    else job?.resolve(font)
  })
  // A thread that dies (no memory, no permission) leaves its work, and all work to come, to this one.
  worker.on('error', () => {
    onFailure()
    for (const { pinning, resolve, reject } of jobs.values()) pinSlice(pinning).then(resolve, reject)
    jobs.clear()
  })
  return { worker, jobs }
}
