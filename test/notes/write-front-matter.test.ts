import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../src/notes/front-matter.js'
import { writeHead } from '../../src/notes/write-front-matter.js'
import { DeckError } from '../../src/shared/problem.js'

const write = (source: string, changes: Parameters<typeof writeHead>[1]) => writeHead(source, changes, 'a.md')
const all = { theme: 'ink', accent: '#0a6e5c', aspect: '4:3', density: 'dense', remarks: 'show' }
const body = '# 百度\n第一点\n\n---\n第二点'

describe('keys set in the notes', () => {
  it('are read back as they were set, whatever front matter there was', () => {
    const heads = [
      '',
      '---\ntitle: 大会\n---\n',
      '---\ntheme: paper\nbrand: { ink: "#222" }\naspect: "16:9"\nremarks: hide # 先不给人看\n---\n',
      '---\nbrand:\n  ink: "#222"\n  accent: "#f00"\ntitle: 大会\n...\n',
      '---\nbrand:\n  ink: "#222"\n---\n',
      '---\nbrand: {}\ntheme:\ntitle: 大会\n---\n',
    ]
    for (const head of heads)
      for (const eol of ['\n', '\r\n', '\r'])
        for (const mark of ['', '\uFEFF']) {
          const written = write(mark + (head + body).replaceAll('\n', eol), all)
          expect(written.startsWith(mark)).toBe(true)
          const read = readFrontMatter(written.slice(mark.length).replace(/\r\n?/g, '\n'), 'a.md')
          expect(read.problems).toEqual([])
          const { accent, ...others } = all
          expect(read.head).toMatchObject({ ...others, brand: { accent } })
          expect(read.body.trimStart()).toBe(body)
          expect(written.endsWith(body.replaceAll('\n', eol))).toBe(true)
        }
  })

  it('leave every other line as it stood', () => {
    const source =
      '---\n# 先写日期\ndate:   2023-06-11   # 周日\ntheme: paper   # 纸\n\nbrand:\n    logo: a.svg\n---\n\n# 一\n'
    expect(write(source, { theme: 'grid', accent: '#123456' })).toBe(
      '---\n# 先写日期\ndate:   2023-06-11   # 周日\ntheme: grid   # 纸\n\nbrand:\n    accent: "#123456"\n    logo: a.svg\n---\n\n# 一\n',
    )
  })

  it('are not set where they would be lost', () => {
    const code = (source: string) => {
      try {
        return write(source, { accent: '#123456' })
      } catch (error) {
        return error instanceof DeckError ? error.problem.code : error
      }
    }
    expect(code('---\nbrand: acme.yaml\n---\n')).toBe('notes/brand-elsewhere')
    expect(code('---\ntitle: a: b\n---\n')).toBe('notes/front-matter')
  })

  it('begin notes that open with a rule, which is no front matter', () => {
    expect(write('---\n第一点\n', { theme: 'ink' })).toBe('---\ntheme: ink\n---\n\n---\n第一点\n')
  })
})
