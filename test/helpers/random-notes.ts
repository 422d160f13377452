// Random notes, as fast-check makes and shrinks them: everything that can stand in notes, each far too long now and then.
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'

// Few letters, so that one page has the faces of all of them; the words are such as break a line in different places.
const zh = '我们今天讲的是大模型训练和推理的成本，数据、人才与场地都要算进去；能不能省？先看一年。'
const en =
  'we ship 12 small models a week, internationally; cost per token fell by 62% (see K8s-ops) and nobody noticed. '
const words = {
  zh: zh.match(/.{1,6}[，、；？。]?/gu) ?? [],
  en: en.match(/\S+ /g) ?? [],
  mixed: [...(zh.match(/.{1,4}/gu) ?? []), ...(en.match(/\S+ \S+ /g) ?? [])].toSorted(),
}
type Lang = keyof typeof words
const lang = fc.constantFrom<Lang>('zh', 'en', 'mixed')

/** All letters the notes are made of. */
export const alphabet = `${zh}${en}${'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'}（）：“”‘’—…—→·↔ä`

/** Words of about so many letters, beginning somewhere in the list. */
function textOf(of: Lang, letters: number, from: number): string {
  const list = words[of]
  let text = ''
  for (let at = from; text.length < letters; at++) text += list[at % list.length] ?? ''
  return text.slice(0, Math.max(1, letters)).trim() || 'x'
}

const most = (letters: number) =>
  fc.record({ of: lang, letters: fc.integer({ min: 1, max: letters }), from: fc.nat(20) })
const written = (letters: number) =>
  most(letters).map(({ of, letters: count, from }) => textOf(of, count, from))

const word = written(8)
const short = written(36)
/** Mostly short; one in 150 of several slides. */
const text = fc.oneof(
  { weight: 120, arbitrary: short },
  { weight: 24, arbitrary: written(140) },
  { weight: 5, arbitrary: written(700) },
  { weight: 1, arbitrary: written(5000) },
)
const unbroken = fc
  .record({ letters: fc.integer({ min: 20, max: 600 }), kind: fc.constantFrom('x', 'a/b-', '的', 'Wo') })
  .map(({ letters, kind }) => kind.repeat(letters).slice(0, letters))
const address = fc
  .integer({ min: 10, max: 300 })
  .map((letters) => `https://e.org/${'a1/b-'.repeat(60).slice(0, letters)}`)

const paint = (bytes: readonly number[]) => Buffer.from(bytes)
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  // Browsers do not draw a PNG whose sums are wrong.
  let sum = 0xffffffff
  for (const byte of body) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE((sum ^ 0xffffffff) >>> 0, 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
/** A black picture of one bit a pixel. */
function png(width: number, height: number): string {
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  const file = Buffer.concat([
    paint([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.concat([size, paint([1, 0, 0, 0, 0])])),
    chunk('IDAT', deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height))),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return `data:image/png;base64,${file.toString('base64')}`
}
const svg = (width: number, height: number) =>
  `data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20width='${width}'%20height='${height}'%3E%3Crect%20width='100%25'%20height='100%25'/%3E%3C/svg%3E`
const image = fc
  .record({
    kind: fc.constantFrom(svg, png),
    width: fc.constantFrom(24, 120, 400, 900),
    height: fc.constantFrom(24, 120, 700),
    alt: fc.option(text, { nil: '' }),
  })
  .map(({ kind, width, height, alt }) => `![${alt.replace(/[[\]\n]/g, '')}](${kind(width, height)})`)

export const formulas = ['$a^2+b^2$', '$$\\sum_{i=1}^{n} x_i = \\frac{a}{b}$$', `$$${'a+b+'.repeat(60)}c$$`]
const formula = fc.constantFrom(...formulas)

/** Words with something in them: most lines are words alone. */
const line = fc.oneof(
  { weight: 30, arbitrary: text },
  { weight: 2, arbitrary: fc.tuple(short, unbroken).map((two) => two.join(' ')) },
  { weight: 1, arbitrary: address },
  { weight: 2, arbitrary: fc.tuple(short, address).map(([said, url]) => `${said} [${said}](${url})`) },
  { weight: 2, arbitrary: fc.tuple(text, short).map(([one, two]) => `**${one}** \`${two}\` *${two}*`) },
  { weight: 1, arbitrary: fc.tuple(short, formula).map((two) => two.join(' ')) },
  { weight: 1, arbitrary: fc.tuple(short, image).map((two) => two.join(' ')) },
)

const points = fc
  .array(line, { minLength: 1, maxLength: 9 })
  .map((lines) => lines.map((one) => `- ${one}`).join('\n'))
const nested = fc
  .array(fc.record({ depth: fc.nat(4), said: line, number: fc.boolean() }), { minLength: 2, maxLength: 14 })
  .map((lines) =>
    lines
      .map(
        ({ depth, said, number }, index) =>
          `${'    '.repeat(index === 0 ? 0 : depth)}${number ? '1.' : '-'} ${said}`,
      )
      .join('\n'),
  )
const manyUnder = fc
  .tuple(short, fc.array(short, { minLength: 6, maxLength: 40 }))
  .map(([parent, under]) => [`- ${parent}`, ...under.map((one) => `    - ${one}`)].join('\n'))
const labelled = fc
  .tuple(word, fc.array(line, { minLength: 1, maxLength: 5 }))
  .map(([label, items]) => [`- ${label}：`, ...items.map((item) => `- ${item}`)].join('\n'))
const cell = fc.oneof(
  { weight: 26, arbitrary: word },
  { weight: 4, arbitrary: short },
  { weight: 1, arbitrary: written(260) },
  { weight: 1, arbitrary: unbroken.map((run) => run.slice(0, 40)) },
)
const table = fc
  .record({
    columns: fc.oneof(
      { weight: 14, arbitrary: fc.integer({ min: 1, max: 6 }) },
      { weight: 3, arbitrary: fc.integer({ min: 7, max: 14 }) },
      { weight: 1, arbitrary: fc.integer({ min: 15, max: 40 }) },
    ),
    rows: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0, max: 8 }) },
      { weight: 1, arbitrary: fc.integer({ min: 9, max: 40 }) },
    ),
    cells: fc.array(cell, { minLength: 1, maxLength: 12 }),
  })
  .map(({ columns, rows, cells }) => {
    const row = (number: number) =>
      `| ${Array.from({ length: columns }, (_, column) => cells[(number * columns + column) % cells.length]?.replaceAll('|', '')).join(' | ')} |`
    return [
      '',
      row(0),
      `|${'---|'.repeat(columns)}`,
      ...Array.from({ length: rows }, (_, index) => row(index + 1)),
      '',
    ].join('\n')
  })
const code = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constant('') },
      { weight: 12, arbitrary: written(60) },
      { weight: 1, arbitrary: written(900) },
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((lines) =>
    [
      '',
      '```js',
      ...lines.map((one, index) => (one === '' ? '' : `${'  '.repeat(index % 4)}${one}`)),
      '```',
      '',
    ].join('\n'),
  )
const quote = fc
  .tuple(fc.array(text, { minLength: 1, maxLength: 3 }), fc.option(word))
  .map(([said, who]) =>
    ['', ...said.flatMap((one) => [`> ${one}`, '>']), ...(who === null ? [] : [`> —— ${who}`]), ''].join(
      '\n',
    ),
  )
const remark = text.map((said) => `\n<!-- private -->${said}<!-- /private -->\n`)
const footnote = fc.tuple(line, text).map(([said, note]) => `- ${said}[^n]\n\n[^n]: ${note}\n`)
const cards = fc
  .tuple(word, fc.array(fc.oneof(short, text), { minLength: 3, maxLength: 6 }))
  .map(([label, items]) => `${label}：${items.map((one) => one.replace(/[；。]/g, '')).join('；')}`)
const statement = text.map((said) => `**${said}**`)
const number = fc
  .tuple(short, fc.constantFrom('62%', '1,300 亿', '12 倍', '$12,345,678,901'))
  .map(([said, figure]) => `${said} ${figure}`)
const compared = fc.tuple(short, short).map(([one, two]) => `${one} -> ${two}`)
const panel = fc
  .tuple(text, fc.array(text, { minLength: 1, maxLength: 5 }))
  .map(([asked, answers]) =>
    [
      '<!-- layout: panel -->',
      `- ${asked}？`,
      ...answers.map((said, index) => `- ${index % 2 ? 'K8s：' : ''}${said}`),
    ].join('\n'),
  )
/** Content forced into a layout it may be far too long for. */
const forced = fc
  .tuple(
    fc.constantFrom(
      'statement',
      'cards',
      'number',
      'compare',
      'quote',
      'panel',
      'points',
      'figure',
      'table',
      'code',
      'section',
    ),
    fc.oneof(line, points, table, quote),
  )
  .map(([layout, held]) => `\n<!-- layout: ${layout} -->\n${held}`)
const keep = fc.constant('\n<!-- keep -->\n')
const rest = fc.oneof(
  fc.constant('\n<!-- break -->\n'),
  short.map((said) => `\n## ${said}\n`),
  fc.constant(''),
)

const block = fc.oneof(
  { weight: 10, arbitrary: line.map((said) => `- ${said}`) },
  { weight: 8, arbitrary: points },
  { weight: 3, arbitrary: nested },
  { weight: 1, arbitrary: manyUnder },
  { weight: 3, arbitrary: labelled },
  { weight: 3, arbitrary: table },
  { weight: 2, arbitrary: code },
  { weight: 2, arbitrary: image.map((one) => `\n${one}\n`) },
  { weight: 2, arbitrary: quote },
  { weight: 4, arbitrary: remark },
  { weight: 1, arbitrary: footnote },
  { weight: 2, arbitrary: cards },
  { weight: 2, arbitrary: statement },
  { weight: 2, arbitrary: number },
  { weight: 2, arbitrary: compared },
  { weight: 2, arbitrary: panel },
  { weight: 4, arbitrary: forced },
  { weight: 1, arbitrary: keep },
  { weight: 2, arbitrary: rest },
)
const title = fc.oneof(
  { weight: 9, arbitrary: short },
  { weight: 1, arbitrary: written(400) },
  { weight: 1, arbitrary: unbroken },
)
const section = fc
  .record({ title, blocks: fc.array(block, { maxLength: 3 }) })
  .map((of) => `# ${of.title}\n\n${of.blocks.join('\n')}`)

/** Whole notes, remarks shown so that they take room. */
export const randomNotes = fc
  .record({
    title,
    subtitle: fc.option(text),
    author: fc.option(short),
    lang: fc.constantFrom('zh-Hans', 'en'),
    sections: fc.array(section, { minLength: 1, maxLength: 2 }),
    agenda: fc.oneof(
      { weight: 24, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: 5, max: 50 }) },
    ),
  })
  .map((of) => {
    const head = { title: of.title, subtitle: of.subtitle, author: of.author, lang: of.lang }
    const keys = Object.entries(head).flatMap(([key, value]) =>
      value === null ? [] : [`${key}: ${JSON.stringify(value)}`],
    )
    // Sections of a line each make a long agenda.
    const more = Array.from(
      { length: of.agenda },
      (_, index) => `# ${textOf('mixed', 2 + ((index * 7) % 40), index)}\n- x`,
    )
    return ['---', ...keys, 'remarks: show', '---', ...of.sections, ...more].join('\n')
  })
