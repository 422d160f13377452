import { describe, expect, it } from 'vitest'
import { parseText } from '../helpers/notes.js'

const paused = (source: string) =>
  parseText(source).notes.sections.flatMap(({ units }) =>
    units.flatMap((unit) => (unit.kind !== 'group' && unit.paused ? unit.text : [])),
  )

describe('a blank line in the notes', () => {
  it('is a pause before the thought below it', () => {
    expect(paused('# A\none\ntwo\n\nthree\nfour\n\n- five\n- six')).toEqual(['three', 'five'])
  })

  it('is none below a heading, where nothing was said before', () => {
    expect(paused('# A\n\none\ntwo\n\n## B\n\nthree\nfour')).toEqual([])
  })

  it('is one even where a private line stands below it', () => {
    expect(paused('# A\none\n\n// mine\ntwo\nthree')).toEqual(['two'])
  })

  it('inside code is none', () => {
    expect(paused('# A\none\n```\na\n\nb\n```\ntwo')).toEqual([])
  })

  it('counts past front matter', () => {
    expect(paused('---\ntitle: T\n---\n# A\none\n\ntwo\nthree')).toEqual(['two'])
  })
})
