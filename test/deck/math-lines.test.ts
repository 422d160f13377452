import { describe, expect, it } from 'vitest'
import { breakFormula } from '../../src/deck/math-lines.js'
import { readTex, widthOf, writeTex } from '../../src/deck/math-tree.js'

const room = { widthEm: 30, heightEm: 14 }
const sum = (count: number, name = 'a') =>
  Array.from({ length: count }, (_, at) => `${name}_{${at}}`).join(' + ')
const shown = (tex: string) => breakFormula(tex, true, room).tex
const inText = (tex: string) => breakFormula(tex, false, room)
const squeeze = (tex: string) => tex.replace(/\s/g, '')

describe('a formula wider than its line', () => {
  it('has rows in its fraction, each of them no wider than the line and begun by a sign', () => {
    const broken = shown(`x = \\frac{${sum(60)}}{${sum(30, 'b')}} + c`)
    const bodies = [...broken.matchAll(/\\begin\{gathered\}(.*?)\\end\{gathered\}/g)].map(([, body = '']) =>
      body.split('\\\\'),
    )
    expect(bodies.map((rows) => rows.length)).toEqual([6, 3])
    for (const rows of bodies) {
      expect(rows.slice(1).every((row) => row.startsWith('{}+'))).toBe(true)
      expect(Math.max(...rows.map((row) => widthOf(readTex(row))))).toBeLessThan(room.widthEm)
    }
    const joined = broken.replace(/\\(?:begin|end)\{gathered\}/g, '').replaceAll('\\\\{}', '')
    expect(squeeze(joined)).toBe(squeeze(`x = \\frac{${sum(60)}}{${sum(30, 'b')}} + c`))
  })

  it('has rows in its root and its fence, one under another, and none where “\\middle” stands', () => {
    expect(shown(`\\sqrt{${sum(60)}}`)).toMatch(/^\\sqrt\{\\begin\{aligned\}&a_\{0\} .*\\end\{aligned\}\}$/)
    expect(shown(`f = \\left( ${sum(60)} \\right)^2`)).toContain('\\\\&{}+ a_{')
    const middle = `\\left( ${sum(60)} \\middle| b \\right)`
    expect(shown(middle)).toBe(middle)
  })

  it('is broken outside of parentheses if it can be', () => {
    const factors = Array.from({ length: 8 }, () => `(${sum(5)})`).join(' + ')
    for (const row of shown(`\\frac{${factors}}{2}`).split('\\\\').slice(1))
      expect(row).toMatch(/^\{\}\+ *\(/)
  })

  it('in text has no fence that keeps it on a line', () => {
    expect(inText(`\\left(${sum(40)}\\right)^2`)).toEqual({ tex: `(${sum(40)})^{2}`, display: false })
    expect(inText(`\\left\\{${sum(30)} + \\frac{1}{2}\\right.`).tex).toMatch(
      /^\\biggl\\\{.*\\frac\{1\}\{2\}$/,
    )
    expect(inText('\\left(a \\, b\\right)')).toEqual({ tex: '\\left(a \\, b\\right)', display: false })
    expect(inText(`\\left(${sum(40).replaceAll('+', '')}\\right)`).tex.split('\\allowbreak')).toHaveLength(40)
  })

  it('in text is displayed where nothing breaks it', () => {
    expect(inText(`\\frac{${sum(30)}}{c}`).display).toBe(true)
    expect(inText(`\\frac{${sum(4)}}{c}`).display).toBe(false)
  })
})

describe('a fraction in a fraction', () => {
  it('stands in a large one, so that only the last is small', () => {
    expect(inText('\\frac{1}{1+\\frac{1}{1+\\frac{x}{y}}}').tex).toBe(
      '\\dfrac{1}{1+\\dfrac{1}{1+\\frac{x}{y}}}',
    )
    expect(inText('\\frac{a}{b}').tex).toBe('\\frac{a}{b}')
    expect(inText('e^{\\frac{\\frac{a}{b}}{c}}').tex).toBe('e^{\\frac{\\frac{a}{b}}{c}}')
  })
})

describe('reading TeX', () => {
  it.each([
    '\\frac12 + x^2_i',
    '\\begin{pmatrix} 1 & 2 \\\\[4pt] 3 & \\frac{a}{b} \\end{pmatrix}',
    '\\sqrt[3]{x} \\operatorname*{argmax}_{x \\in X} \\text{if $x$ is \\{one\\}}',
    "f'(x) = \\left\\lbrace a \\right. \\color{red}{b}",
    '{a \\over b}',
    '\\frac{a}{',
    'a } b',
  ])('changes nothing of %s', (tex) => {
    expect(breakFormula(tex, true, room).tex).toBe(tex)
    const again = writeTex(readTex(tex))
    expect(writeTex(readTex(again))).toBe(again)
  })
})
