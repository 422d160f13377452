import { describe, expect, it } from 'vitest'
import { countPages, setDates } from '../../src/export/pdf-finish.js'

const source = `1 0 obj\n<</Creator (Chromium)\n/CreationDate (D:20260101080910+00'00')\n/ModDate (D:20260101080910+00'00')>>\nendobj
2 0 obj\n<</Type /Pages\n/Count 7\n/Kids [3 0 R]>>\nendobj`

describe('finishing a PDF', () => {
  it('sets both dates without moving a byte', () => {
    const set = Buffer.from(
      setDates(Buffer.from(source, 'latin1'), new Date('2020-02-03T04:05:06Z')),
    ).toString('latin1')
    expect(set).toHaveLength(source.length)
    expect(set.match(/D:20200203040506\+00'00'/g)).toHaveLength(2)
  })

  it('counts the pages', () => {
    expect(countPages(Buffer.from(source))).toBe(7)
  })
})
