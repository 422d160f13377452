// The body as typed → the body as Markdown wants it, line for line: headings without a space, bullets and “＃” as keyboards type
// them, and “<” that begins no tag.
import { findFenced } from './fences.js'
import { allowedTags, plainTags } from './sanitize.js'

// An attribute has a value, or is one of two that need none: “a<b then c>d” is no tag.
const attribute = `\\s+(?:[\\w:-]+\\s*=\\s*(?:"[^"]*"|'[^']*'|[^\\s"'<>]+)|checked|disabled|open|hidden)`
const tag = new RegExp(`^</?(?:${[...allowedTags, ...plainTags].join('|')})(?:${attribute})*\\s*/?>`, 'i')
// `![a](<b c.png>)`: the path stands in angles because of its space.
const pathInAngles = /\]\($/
const addressInAngles = /^<(?:https?:\/\/|mailto:|[\w.+-]+@)[^\s<>]*>/i

/** Escapes each “<” that begins neither an allowed tag, nor a comment that ends, nor an address. */
function mendAngles(line: string, commentEnds: boolean): string {
  return line
    .split(/(`+[^`]*`+)/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(/</g, (angle, at: number) => {
            const rest = part.slice(at)
            const stays =
              tag.test(rest) ||
              addressInAngles.test(rest) ||
              (pathInAngles.test(part.slice(0, at)) && /^<[^<>\n]+>\)/.test(rest)) ||
              (rest.startsWith('<!--') && commentEnds)
            return stays ? angle : '&lt;'
          }),
    )
    .join('')
}

// “#kubernetes #platform” is how other tools mark topics.
const hashtags = /^#[\w/-]+(?:\s+#[\w/-]+)+\s*$|^#[a-z][\w-]*\/[\w/-]+\s*$/
// Without a blank line above it too, where the author never leaves a space after #; “#话题#” is a hashtag.
const hanHeading = /^#{1,6}\p{Script=Han}[^#]{0,40}$/u
const htmlHeading = /^\s*<h([1-6])\b[^>]*>(.*?)<\/h\1>\s*$/i
const markHeading = (_: string, level: string, words: string) => `${'#'.repeat(Number(level))} ${words}`

/** “• point” as phones and word processors type it. */
const typedBullet = /^(\s{0,99})[•●▪▫◦‣∙·・‧]\s{0,9}(?=[^\s•●▪▫◦‣∙·・‧])/u
const wideHashes = /^＃{1,6}(?=\s{0,9}[^\s＃])/u
const isHeading = (line: string): boolean => /^#{1,6}\s/.test(line)

/** Mends the body; it keeps its number of lines. Code in fences stays as typed. */
export function mendBody(body: string): string {
  let before = ''
  let at = 0
  const lastEnd = body.lastIndexOf('-->')
  const typed = body.split('\n')
  const fenced = findFenced(typed)
  const glued = !typed.some(isHeading)
  const lines = typed.map((line, index) => {
    const commentEnds = lastEnd >= at
    at += line.length + 1
    const alone = before.trim() === '' || /^#{1,6}/.test(before)
    before = line
    if (fenced[index]) return line
    const narrow = line.replace(wideHashes, (wide) => '#'.repeat(wide.length))
    const heading =
      (alone || (glued && hanHeading.test(narrow))) && !hashtags.test(narrow)
        ? narrow.replace(/^(#{1,6})(?=[^#\s!])/, '$1 ')
        : narrow
    const mended = isHeading(heading) ? heading : line.replace(typedBullet, '$1- ')
    return mendAngles(mended.replace(htmlHeading, markHeading), commentEnds)
  })
  return lines.join('\n')
}
