import { describe, expect, it } from 'vitest'
import { planSlides } from '../../src/slides/plan.js'
import { allRemarks, parseText } from '../helpers/notes.js'

function read(source: string) {
  const { notes, problems } = parseText(`# T\nfirst line\n${source}\n\nlast line`)
  const { slides } = planSlides(notes)
  return {
    shown: JSON.stringify(slides.map(({ id, view }) => [id, view])),
    remarks: allRemarks(notes.sections).map(({ text }) => text),
    problems: problems.map(({ at, message }) => `${at?.line}:${at?.column} ${message}`),
  }
}

describe('what is marked private', () => {
  it.each([
    'before <!-- private -->SECRET<!-- /private --> after',
    'Key <!-- private -->SECRET<!-- /private -->: v',
    '## Sub <!-- private -->SECRET<!-- /private -->\nx',
    'Head <!-- private -->SECRET<!-- /private -->\n====\nx',
    '<!-- private -->\nSECRET\n\n- SECRET\n\n```\nSECRET\n```\n<!-- /private -->',
    '| a | b |\n|---|---|\n| c | <!-- private -->SECRET<!-- /private --> |',
    '| a | <!-- private -->SECRET<!-- /private --> |\n|---|---|\n| c | d |',
    '> q <!-- private -->SECRET<!-- /private -->',
    '> one\n> <!-- private -->\n> SECRET\n> <!-- /private -->\n> two',
    '- <!-- private -->\n  SECRET\n  - SECRET\n  <!-- /private -->',
    '- <!-- private -->\n\n  SECRET\n\n<!-- /private -->',
    '+ a <!-- private -->SECRET<!-- /private -->',
    '<!-- private: really -->\nSECRET\n<!-- end private -->',
    '<!-- private\n-->\nSECRET',
    '// SECRET',
    '- // SECRET\n  - SECRET',
    '- a\n  // SECRET\n- b',
    '## // SECRET\nx',
    '| // SECRET | b |\n|---|---|\n| c | d |',
    '[^1]: // SECRET\n\nref[^1]',
    'Note: SECRET\nSECRET',
    '备注：SECRET',
    'Note: SECRET\n- SECRET',
    '> Note: SECRET\n> SECRET',
    '1. x\n   Note: SECRET',
    '%% SECRET\nSECRET %%',
    '%%\nSECRET\n%%',
  ])('is on no slide: %j', (source) => {
    const { shown, remarks } = read(source)
    expect(shown).not.toContain('SECRET')
    expect(remarks.join(' ').match(/SECRET/g)?.length).toBe(source.match(/SECRET/g)?.length)
  })

  it('leaves the rest where it is', () => {
    expect(read('before <!-- private -->SECRET<!-- /private --> after').shown).toMatch(/before.*after/)
    expect(read('| a | b |\n|---|---|\n| c | <!-- private -->S<!-- /private --> |\n| e | f |').shown).toMatch(
      /<td>e<\/td>/,
    )
    expect(read('> one\n> <!-- private -->\n> S\n> <!-- /private -->\n> two').shown).toContain('two')
    expect(read('- // S\n  - S\n- kept').shown).toContain('kept')
  })

  it('is told from code that shows the marker', () => {
    for (const source of [
      '```md\n<!-- private -->\n```\nshown',
      'the marker is `<!-- private -->`, as shown',
    ]) {
      const { shown, problems } = read(source)
      expect(shown).toMatch(/shown.*last line/)
      expect(problems).toEqual([])
    }
  })

  it('is warned of when it is never ended, or never begun', () => {
    expect(read('x <!-- private -->\nS').problems).toEqual([
      expect.stringMatching(/^3:3 This is never ended/),
    ])
    expect(read('x\n<!-- /private -->').problems).toEqual([expect.stringMatching(/^4:1 This ends something/)])
  })

  it('knows its line and column', () => {
    const { notes } = parseText('# T\na <!-- private -->b<!-- /private -->\n  // c')
    const places = allRemarks(notes.sections).map(({ text, at }) => [text, at.line, at.column])
    expect(places).toEqual([
      ['b', 2, 19],
      ['c', 3, 3],
    ])
  })

  it('is no comment: those say nothing, over however many lines', () => {
    const { shown, remarks } = read('a <!-- SECRET\nSECRET --> c\n<div>\n<!-- hm\n\nSECRET -->\n</div>\nd')
    expect(shown).not.toContain('SECRET')
    expect(shown).not.toContain('→')
    expect(shown).toMatch(/"a".*"c".*"d"/)
    expect(remarks).toEqual([])
  })
})
