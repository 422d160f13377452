// Long work on the one thread there is → the same in pieces, between which answers of Chrome and requests of windows are heard.

/** Work may go on for so long until what waits goes first. */
const atATimeMs = 4
let since = performance.now()

const turn = () => new Promise((resolve) => setImmediate(resolve))

/** To be awaited between the pieces; takes no time to speak of where nothing waits. */
export async function giveWay(): Promise<void> {
  if (performance.now() - since < atATimeMs) return
  // What has come in is read in the first turn, and heard in the second (chrome/pipe.ts).
  await turn()
  await turn()
  since = performance.now()
}
