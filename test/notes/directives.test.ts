import { describe, expect, it } from 'vitest'
import { planSlides } from '../../src/slides/plan.js'
import { parseText } from '../helpers/notes.js'

function plan(source: string) {
  const { notes, problems } = parseText(source)
  const planned = planSlides(notes)
  return { slides: planned.slides, problems: [...problems, ...planned.problems], notes }
}
const layoutsOf = (source: string) =>
  plan(source)
    .slides.filter(({ section }) => section !== undefined)
    .map(({ layout }) => layout)
const problemsOf = (source: string) =>
  plan(source).problems.map(({ at, message, hint }) => `${at?.line}:${at?.column} ${message} ${hint ?? ''}`)

const five = 'one short thought\ntwo short thoughts\nthree of them\nfour by now\nfive at last'

describe('directives', () => {
  it('choose the layout of what follows, up to the next break', () => {
    expect(layoutsOf(`# A\n<!-- layout: cards -->\n${five}\n---\nafter\nand more`)).toEqual([
      'section',
      'cards',
      'points',
    ])
    expect(layoutsOf(`# A\n<!-- layout: points -->\n优势：快、准、省\n${five}`)).toEqual([
      'section',
      'points',
    ])
  })

  it('may stand above the heading they are about, or at the end of the line', () => {
    expect(layoutsOf('<!-- layout: statement -->\n# A\nonly this')).toEqual(['statement'])
    expect(layoutsOf(`# A\n${five} <!-- layout: statement -->\nsix\nseven`)).toEqual([
      'section',
      'points',
      'statement',
      'points',
    ])
  })

  it('break, keep and class reach the slides', () => {
    const { slides } = plan(`# A\none\n<!-- break -->\ntwo\n<!-- keep -->\n<!-- class: calm -->\nthree\nfour`)
    const own = slides.filter(({ section }) => section)
    expect(own.map(({ keep, className }) => [keep, className])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      [true, 'calm'],
    ])
  })

  it('let points come one at a time, or not, whatever holds for the deck', () => {
    const of = (source: string) =>
      plan(source)
        .slides.filter(({ section }) => section)
        .map(({ fragments = false }) => fragments)
    const talk = (directive: string) => `# A\none\ntwo\n\n${directive}\n## B\nthree\nfour\n\n## C\nfive\nsix`
    const deck = '---\nfragments: true\n---\n'
    expect(of(talk(''))).toEqual([false, false, false])
    expect(of(talk('<!-- fragments -->'))).toEqual([false, true, false])
    expect(of(deck + talk(''))).toEqual([true, true, true])
    expect(of(deck + talk('<!-- fragments: off -->'))).toEqual([true, false, true])
    expect(of(`${deck}# A\none\ntwo <!-- fragments: off -->\n---\nfive`)).toEqual([true, false, true])
    expect(problemsOf('# A\n<!-- fragments: slowly -->\none')).toEqual([
      expect.stringMatching(/^2:1 “fragments: slowly” says nothing\. It takes nothing, or off/),
    ])
    expect(problemsOf('---\nfragment: true\n---\n# A\none')).toEqual([
      expect.stringMatching(/no key “fragment”\. Did you mean “fragments”\?/),
    ])
    expect(problemsOf('---\nfragments: slowly\n---\n# A\none')).toEqual([
      expect.stringMatching(/“fragments” cannot be “slowly”\. true shows the points/),
    ])
  })

  it('open a section that would not be opened otherwise', () => {
    expect(layoutsOf('# A\n<!-- layout: section -->\none\ntwo')).toEqual(['section', 'points'])
  })

  it('unknown are warned of with their place and the nearest name, and the deck is made', () => {
    expect(problemsOf('# A\none\n  <!-- layuot: cards -->\ntwo')).toEqual([
      expect.stringMatching(/^3:3 There is no directive “layuot”\. Did you mean “layout”\?/),
    ])
    expect(problemsOf('# A\n<!-- layout: card -->\none')).toEqual([
      expect.stringMatching(/^2:1 There is no layout “card”\. Did you mean “cards”\?/),
    ])
    expect(problemsOf('# A\n<!-- layout: agenda -->\none')).toEqual([
      expect.stringMatching(/^2:1 The deck makes its own/),
    ])
    expect(problemsOf('# A\n<!-- layout -->\none')).toEqual([
      expect.stringMatching(/^2:1 “layout: ” says nothing/),
    ])
  })

  it('that contradict each other: the later wins, with a warning', () => {
    const source = '# A\n<!-- layout: cards -->\n<!-- layout: statement -->\nonly this'
    expect(layoutsOf(source)).toEqual(['statement'])
    expect(problemsOf(source)).toEqual([
      expect.stringMatching(/^2:1 “layout: cards” is overruled by “layout: statement”/),
    ])
  })

  it('that cannot be had are warned of, and nothing is lost', () => {
    const source = '# A\n<!-- layout: table -->\none\ntwo'
    expect(layoutsOf(source)).toEqual(['points'])
    expect(problemsOf(source)).toEqual([expect.stringMatching(/^2:1 Some of what follows cannot be “table”/)])
    expect(problemsOf('# A\none\n<!-- layout: cards -->')).toEqual([
      expect.stringMatching(/^3:1 Nothing follows/),
    ])
  })

  it('are told from comments of the author’s own and of other tools', () => {
    const source =
      '# A\n<!-- ask Bo about this later -->\none\n<!-- TODO: shorten -->\n<!-- more -->\ntwo <!-- sic -- no, really -->'
    expect(problemsOf(source)).toEqual([])
    expect(plan(source).notes.sections[0]?.units.map(({ text }) => text)).toEqual(['one', 'two'])
  })

  it('cannot hide a slide by a class', () => {
    expect(problemsOf('# A\n<!-- class: notes -->\none')).toEqual([
      expect.stringMatching(/^2:1 “class: notes” says nothing/),
    ])
  })
})

describe('minutes', () => {
  const opensOf = (source: string) => plan(source).slides.flatMap(({ opens }) => (opens ? [opens] : []))

  it('below a heading are those of its section, on the first slide of it alone', () => {
    const source = `# A\n<!-- minutes: 5 -->\n${five}\n---\nsix\n\n# B\n${five}\n\n# C\none\n<!-- minutes: 2.5 -->\ntwo`
    expect(opensOf(source)).toEqual([
      { title: 'A', minutes: 5 },
      { title: 'B' },
      { title: 'C', minutes: 2.5 },
    ])
    expect(problemsOf(source)).toEqual([])
  })

  it('change no slide', () => {
    const shape = (source: string) => plan(source).slides.map(({ id, layout }) => [id, layout])
    expect(shape(`# A\n<!-- minutes: 5 -->\n${five}\n\n# B\n<!-- minutes: 4 -->\n${five}`)).toEqual(
      shape(`# A\n${five}\n\n# B\n${five}`),
    )
  })

  it('are refused where they are no number, or stand in a point', () => {
    expect(problemsOf('# A\n<!-- minutes: soon -->\none')).toEqual([
      expect.stringContaining('It takes a number of minutes, such as 5'),
    ])
    expect(problemsOf('# A\n<!-- minutes: 0 -->\none')).toHaveLength(1)
    expect(problemsOf('# A\none <!-- minutes: 5 -->\ntwo')).toEqual([
      expect.stringMatching(/^2:\d+ “minutes” is about a section.* on a line of its own/),
    ])
  })

  it('of the whole deck stand in the front matter', () => {
    expect(plan('---\nminutes: 20\n---\n# A\none').notes.head.minutes).toBe(20)
    expect(problemsOf('---\nminutes: -3\n---\n# A\none')).toHaveLength(1)
  })
})

describe('speaker notes', () => {
  it('know what is said from what was thought', () => {
    const { slides } = plan('# A\none\nNote: say hello\nand smile\n\ntwo\n// dull\nthree')
    const notes = slides.flatMap(({ speakerNotes }) => speakerNotes.map(({ kind, html }) => [kind, html]))
    expect(notes).toEqual([
      ['note', 'say hello'],
      ['note', 'and smile'],
      ['remark', 'dull'],
    ])
  })
})
