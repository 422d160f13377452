// Names for slides and links, each given once.

/** A maker of ids that never gives the same one twice; a repeated name gets `-b`, `-c` … (numbers mark parts). */
export function startIds(): (name: string) => string {
  const taken = new Set<string>()
  return (name) => {
    let id = name
    for (let again = 1; taken.has(id); again++) {
      id = `${name}-${again < 26 ? String.fromCharCode(97 + again) : `b${again}`}`
    }
    taken.add(id)
    return id
  }
}
