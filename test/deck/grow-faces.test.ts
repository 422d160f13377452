import { describe, expect, it } from 'vitest'
import { growFaces, type HeldLetters } from '../../src/deck/grow-faces.js'

const faceOf = (chars: string) => ({
  family: 'recap-serif-400',
  request: { source: 'Serif', weight: 400, style: 'normal', chars } as const,
  scale: 1,
})
const usualMarks = /[^一-龥a-z⟶]/gu
/** What each of some saves makes of a face with those letters. */
function grow(...saves: readonly string[]): readonly (readonly string[])[] {
  const held: HeldLetters = new Map()
  return saves.map((chars) =>
    growFaces([faceOf(chars)], held).map(
      ({ request, late }) => `${late ? '+' : ''}${request.chars.replace(usualMarks, '')}`,
    ),
  )
}

describe('faces of a deck that is made again', () => {
  it('stay as they were cut, with a small one for Chinese letters that came since', () => {
    expect(grow('一二', '一二三', '一二三四')).toEqual([['一二'], ['一二', '+三'], ['一二', '+三四']])
  })

  it('stay as they were where letters went, and need no other where these come back', () => {
    expect(grow('一二', '一', '一二')).toEqual([['一二'], ['一二'], ['一二']])
  })

  it('have the usual marks from the start where they are Chinese', () => {
    expect(grow('一二', '一，二三。')).toEqual([['一二'], ['一二', '+三']])
  })

  it('are cut anew for a mark, which is set by what stands beside it, and for many letters', () => {
    expect(grow('一二', '一二三', '一二三⟶')).toEqual([['一二'], ['一二', '+三'], ['⟶一三二']])
    expect(grow('ab', 'abc')).toEqual([['ab'], ['abc']])
    const many = String.fromCodePoint(...Array.from({ length: 65 }, (_, index) => 0x5000 + index))
    expect(grow('一', `一${many}`)).toEqual([['一'], [`一${many}`]])
  })
})
