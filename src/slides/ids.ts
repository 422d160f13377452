// Headings → ids for slides and links: slugs, made unique in the order they are asked for.
import { slugOf } from '../shared/text.js'

/** A maker of ids that never gives the same one twice; a repeated heading gets `-b`, `-c` … (numbers mark parts). */
export function startIds(): (text: string) => string {
  const taken = new Set<string>()
  return (text) => {
    const slug = slugOf(text)
    let id = slug
    for (let again = 1; taken.has(id); again++) {
      id = `${slug}-${again < 26 ? String.fromCharCode(97 + again) : `b${again}`}`
    }
    taken.add(id)
    return id
  }
}
