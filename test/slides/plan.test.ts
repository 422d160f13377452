import { describe, expect, it } from 'vitest'
import { planSlides } from '../../src/slides/plan.js'
import { parseText } from '../helpers/notes.js'

const plan = (source: string) => planSlides(parseText(source).notes).slides
const layoutsOf = (source: string) => plan(source).map((slide) => slide.layout)
const idsOf = (source: string) => plan(source).map((slide) => slide.id)

describe('planning', () => {
  it('gives three sections or more an agenda', () => {
    expect(layoutsOf('# A\nx\n\n# B\ny')).toEqual(['title', 'points', 'points', 'closing'])
    expect(layoutsOf('# A\nx\n\n# B\ny\n\n# C\nz')).toEqual([
      'title',
      'agenda',
      'points',
      'points',
      'points',
      'closing',
    ])
  })

  it('opens a section of four thoughts, its short first line as the lead', () => {
    const slides = plan('# 甲\n短句\n二\n三\n四')
    expect(slides.map((slide) => slide.layout)).toEqual(['title', 'section', 'points', 'closing'])
    expect(slides[1]?.view).toMatchObject({ title: '甲', lead: '短句' })
    expect(slides[2]?.view['units']).toHaveLength(3)
  })

  it('leaves a line with the block or the list it leads to', () => {
    const after = '\n\n- One more thing\n- Another thing\n- A third thing\n'
    const code = '\n\n```sh\nbuild\ntest\nship\n```'
    const table = '\n\n| a | b |\n|---|---|\n| 1 | 2 |'
    for (const first of [
      `Three steps of a release${code}`,
      `What we saw${table}`,
      `These are the steps.${code}`,
    ]) {
      const slides = plan(`# Ship\n${first}${after}`)
      expect(slides[1]?.view['lead']).toBeUndefined()
      expect(slides[2]?.view['units']).toMatchObject([
        { point: true },
        { block: expect.stringMatching(/code|table/) },
      ])
    }
    for (const first of ['We work by these rules.', '我们有以下三点'])
      expect(plan(`# 甲\n${first}${after}`)[1]?.view['lead']).toBeUndefined()
    expect(plan(`# Ship\nSmall steps win.${code}${after}`)[1]?.view['lead']).toBe('Small steps win.')
  })

  it('keeps a question or a label out of the lead', () => {
    for (const first of ['为什么开源？', '基建：数据集'])
      expect(plan(`# 甲\n${first}\n二\n三\n四`)[1]?.view['lead']).toBeUndefined()
  })

  it('starts a new slide at a heading inside the section', () => {
    const slides = plan('# A\nx\n\n## Part\ny\n\n# B\nz')
    expect(slides.map((slide) => slide.view['title'])).toEqual(['Talk', 'A', 'Part', 'B', 'End'])
  })

  it('makes headings that nothing follows the points of a slide', () => {
    for (const before of ['', '## Part\nx\n\n']) {
      const last = plan(`# B\ny\n\n# A\n${before}## One\n### Two`).at(-2)
      expect(last?.view, before).toMatchObject({ title: 'A', units: [{ html: 'One' }, { html: 'Two' }] })
      expect(last?.view['meta']).toBeUndefined()
    }
  })

  it('names slides after their headings, so that edits elsewhere do not move the ids', () => {
    expect(idsOf('# 百度\n一\n\n# 百度\n二')).toEqual(['title', '百度', '百度-b', 'closing'])
    expect(idsOf('# new\n零\n\n# 百度\n一')).toContain('百度')
    expect(idsOf('# title\nx\n\n# 2024\ny')).toEqual(['title', 'title-b', 's-2024', 'closing'])
  })

  it('speaks the language of the notes', () => {
    expect(plan('# 甲\n大模型').at(-1)?.view).toMatchObject({ title: '完', subtitle: '谢谢阅读' })
    expect(plan('# Ann\nhello').at(-1)?.view).toMatchObject({ title: 'End' })
  })

  it('puts remarks into the speaker notes, onto the slide, or nowhere', () => {
    const { notes } = parseText('# 甲\n一（我不信？）\n二')
    const of = (remarks: 'hide' | 'notes' | 'show') => {
      const slide = planSlides(notes, { remarks }).slides[1]
      return {
        spoken: slide?.speakerNotes.map(({ html }) => html),
        shown: JSON.stringify(slide?.view).includes('我不信'),
      }
    }
    expect(of('notes')).toEqual({ spoken: ['我不信？'], shown: false })
    expect(of('show')).toEqual({ spoken: ['我不信？'], shown: true })
    expect(of('hide')).toEqual({ spoken: [], shown: false })
  })

  it('leaves the closing slide out when told to', () => {
    expect(layoutsOf('---\nclosing: false\n---\n# A\nx')).toEqual(['title', 'points'])
  })
})
