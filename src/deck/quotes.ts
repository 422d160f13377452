// Straight quotes in a slide's HTML → curly ones. Looked at a paragraph at a time, since a quotation may hold bold words.

/** Double ones that come in pairs open and close in turn; else their neighbours tell. Letter for letter: no length changes. */
function curlQuotes(text: string): string {
  // After a figure and with none open it means inches.
  let opened = false
  const paired = text.replace(/(\d?)"/g, (found, digit: string) => {
    if (digit !== '' && !opened) return found
    opened = !opened
    return `${digit}${opened ? '“' : '”'}`
  })
  const turned = opened
    ? text.replace(/(^|[\s(（[‘：、])"(?=[^\s"，。])/gu, '$1“').replace(/(?<!\d)"/g, '”')
    : paired
  return turned
    .replace(/(?<!\d)'(?=\d0s\b|\d\d\b|tis\b|n['’])/gi, '’')
    .replace(/(^|[\s(（[“]|\p{Script=Han})'(?=\S[^']*')/gu, '$1‘')
    .replace(/(^|[\s(（[“])'(?=\S)/g, '$1‘')
    .replace(/(?<!\d)'/g, '’')
}

const verbatimTags = new Set(['code', 'pre', 'kbd', 'samp'])
/** Tags that stand within a line; any other begins a new one. */
const inlineTags = new Set([
  'a',
  'abbr',
  'b',
  'del',
  'em',
  'i',
  'ins',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
])

/** Curls all quotes of the HTML outside of tags and code. */
export function curlHtml(html: string): string {
  if (!/["']|&quot;|&#39;/.test(html.replace(/<[^>]*>/g, ''))) return html
  const pieces = html.match(/<[^>]+>|[^<]+/g) ?? []
  let verbatim = 0
  let flow: number[] = []
  const close = () => {
    let curled = curlQuotes(flow.map((index) => pieces[index] ?? '').join(''))
    for (const index of flow) {
      const length = pieces[index]?.length ?? 0
      pieces[index] = curled.slice(0, length)
      curled = curled.slice(length)
    }
    flow = []
  }
  pieces.forEach((piece, index) => {
    if (!piece.startsWith('<')) {
      if (verbatim > 0) return
      pieces[index] = piece.replace(/&quot;/g, '"').replace(/&#39;/g, "'")
      flow.push(index)
      return
    }
    const name = /^<\/?([a-z0-9]+)/i.exec(piece)?.[1]?.toLowerCase() ?? ''
    if (verbatimTags.has(name)) verbatim = Math.max(0, verbatim + (piece.startsWith('</') ? -1 : 1))
    else if (!inlineTags.has(name)) close()
  })
  close()
  return pieces.join('')
}
