import { describe, expect, it } from 'vitest'
import { countPages, setPageLinks } from '../../src/export/pdf-finish.js'

const source = `1 0 obj\n<</Creator (Chromium)\n/CreationDate (D:20260101080910+00'00')\n/ModDate (D:20260101080910+00'00')>>\nendobj
2 0 obj\n<</Type /Pages\n/Count 7\n/Kids [3 0 R]>>\nendobj`

describe('finishing a PDF', () => {
  it('counts the pages', () => {
    expect(countPages(Buffer.from(source))).toBe(7)
  })

  it('leads links to the pages they name, those to slides left out nowhere, and leaves all others', () => {
    const link = (address: string) => `<</A <</Type /Action\n/S /URI\n/URI (${address})>>>>`
    const page = (object: number) => `${object} 0 obj\n<</Type /Page\n/Parent 9 0 R>>\nendobj\n`
    const [inner, outer, beyond] = ['page/2', 'talk', 'page/3'].map((path) =>
      link(`https://deck.invalid/${path}`),
    )
    const file = page(4) + page(17) + inner + outer + beyond
    const set = Buffer.from(setPageLinks(Buffer.from(file), 'https://deck.invalid/')).toString()
    expect(set).toHaveLength(file.length)
    expect(set).toMatch(/<<\/Dest \[17 0 R \/Fit\] +>>/)
    expect(set).toContain(outer)
    expect(set).toMatch(/<< +>>$/)
    const some = Buffer.from(
      setPageLinks(Buffer.from(file), 'https://deck.invalid/', (slide) => slide - 2),
    ).toString()
    expect(some).toMatch(/<<\/Dest \[4 0 R \/Fit\] +>>.*\n*.*<<\/Dest \[17 0 R/s)
  })
})
