// Work → the processor's time it took, ms. Unlike the clock's it does not grow with what else the machine does.

/** Ms of this process's own time, all its threads together. */
export async function cpuMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
