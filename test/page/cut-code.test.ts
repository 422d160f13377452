import { describe, expect, it } from 'vitest'
import { costsOfCuts } from '../../src/page/fit/blocks/code-cuts.js'
import { stretchesOf } from '../../src/page/fit/blocks/cut-code.js'

const listing = `import { a } from 'a'

export function read() {
  const text = a()
  if (text) {
    return text
  } else {
    return ''
  }
}
export function write() {
  return 1
}`.split('\n')
const costOf = (start: string, nth = 0) => {
  const costs = costsOfCuts(listing)
  return listing.flatMap((line, at) => (line.startsWith(start) ? [costs[at] ?? 0] : []))[nth] ?? Number.NaN
}

describe('where a listing is cut', () => {
  it('is best at a blank line, then where a block has ended, then between two lines', () => {
    expect(costOf('export function read')).toBeLessThan(costOf('export function write'))
    expect(costOf('export function write')).toBeLessThan(costOf('  if (text)'))
  })

  it('is never good before what closes a block, before “else”, or after what opens one', () => {
    const between = costOf('  if (text)')
    for (const bad of ['}', '  }', '  } else', '    return text', '  const text'])
      expect(costOf(bad)).toBeGreaterThan(between)
    expect(costOf('}')).toBeGreaterThan(costOf('  } else'))
    expect(costsOfCuts(['def read', '  open', 'end'])[2]).toBeGreaterThan(between)
  })
})

describe('where a function is cut that must be', () => {
  it('is not within the three lines it begins or ends with', () => {
    const costs = costsOfCuts([
      'first',
      '',
      ...Array.from({ length: 12 }, (_, at) => `step${at}`),
      '',
      'last',
    ])
    const cheap = costs.flatMap((cost, at) => (cost === costs[8] ? at : []))
    expect(cheap).toEqual([6, 7, 8, 9, 10])
    expect(costs[5]).toBeGreaterThan((costs[8] ?? 0) + 1)
    expect(costs[11]).toBeGreaterThan((costs[8] ?? 0) + 1)
  })
})

describe('a line of thousands of letters', () => {
  it('has stretches that end at a comma or a space, and are the line again', () => {
    const line = Array.from({ length: 900 }, (_, index) => `"key${index}": ${index}`).join(', ')
    const stretches = stretchesOf(line)
    expect(stretches.join('')).toBe(line)
    expect(stretches.length).toBeGreaterThan(100)
    expect(stretches.slice(0, -1).every((stretch) => /[\s,]$/.test(stretch))).toBe(true)
  })

  it('has stretches that end where a statement ends, if one does', () => {
    const stretches = stretchesOf('var a=function(b,c){return b+c};'.repeat(60))
    expect(stretches.length).toBeGreaterThan(10)
    expect(stretches.every((stretch) => stretch.endsWith('};'))).toBe(true)
  })

  it('never parts the halves of a letter', () => {
    const stretches = stretchesOf('😀'.repeat(2000))
    expect(stretches.length).toBeGreaterThan(10)
    expect(stretches.every((stretch) => /^(?:😀)+$/u.test(stretch))).toBe(true)
  })

  it('is whole while it is not too long', () => {
    expect(stretchesOf('const a = 1')).toEqual(['const a = 1'])
  })
})
