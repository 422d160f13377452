// A PDF's bytes → the words of each page and where they begin, as shares of the page. Read with pdf.js.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type PlacedWord = { readonly word: string; readonly x: number; readonly y: number }

const isHan = (letter: string): boolean => /[\u2e80-\uffef]/.test(letter)

/** Words of Latin letters, and Han letters one by one. Upright lines are left out: pdf.js says little of them. */
export async function readWordsOf(pdf: Uint8Array): Promise<readonly (readonly PlacedWord[])[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const document = await task.promise
  const pages: (readonly PlacedWord[])[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const words: { word: string; x: number; y: number; end: number }[] = []
    for (const item of (await page.getTextContent()).items) {
      if (!('str' in item) || item.str === '' || Math.abs(item.transform[1]) > 0.01) continue
      const letters = [...item.str]
      const whole = letters.reduce((sum, letter) => sum + (isHan(letter) ? 2 : 1), 0)
      let at: number = item.transform[4]
      const y = item.transform[5] / height
      for (const letter of letters) {
        const x = at / width
        at += (item.width * (isHan(letter) ? 2 : 1)) / whole
        const last = words.at(-1)
        if (letter.trim() === '') continue
        const joins = last && !isHan(letter) && !isHan(last.word) && Math.abs(last.y - y) < 0.004
        if (last && joins && Math.abs(x - last.end) < 0.003)
          Object.assign(last, { word: last.word + letter, end: at / width })
        else words.push({ word: letter, x, y, end: at / width })
      }
    }
    pages.push(words)
  }
  await task.destroy()
  return pages
}

/** Shares of the words of `pages`: those that stand on the same page of `others`, and those that stand at the same place there. */
export function compareWords(
  pages: readonly (readonly PlacedWord[])[],
  others: readonly (readonly PlacedWord[])[],
  tolerance: number,
): { readonly found: number; readonly placed: number } {
  let [all, found, placed] = [0, 0, 0]
  for (const [at, words] of pages.entries())
    for (const { word, x, y } of words) {
      const same = (others[at] ?? []).filter((other) => other.word === word)
      const offs = same.map((other) => Math.max(Math.abs(other.x - x), Math.abs(other.y - y)))
      all += 1
      found += same.length > 0 ? 1 : 0
      placed += Math.min(1, ...offs) <= tolerance ? 1 : 0
    }
  return { found: found / all, placed: placed / all }
}
