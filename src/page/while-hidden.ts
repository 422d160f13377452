// Work on a page → the same with a part of it not laid out meanwhile: asking for any style, or where anything stands, has the
// browser work out those of all that is shown.

export function whileHidden<T>(root: HTMLElement, work: () => T): T {
  const { display } = root.style
  root.style.display = 'none'
  const done = work()
  root.style.display = display
  return done
}
