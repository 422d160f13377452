import { describe, expect, it } from 'vitest'
import { cutName } from '../../src/page/fit/texts/cut-name.js'

describe('a long name in a cell', () => {
  it.each([
    ['--experimental-worker-pool-size', '--experimental- worker- pool- size'],
    ['com.example.platform.WorkerPool', 'com .example .platform .Worker Pool'],
    ['https://example.org/a/long/path?x=1&limit=100', 'https:// example .org/a/ long/ path?x=1& limit= 100'],
    ['maximum_number_of_tenants', 'maximum_ number_ of_ tenants'],
    ['parseHTTPResponseBody', 'parse HTTP Response Body'],
  ])('%s may break where its parts meet', (name, parts) => {
    expect(cutName(name).join(' ')).toBe(parts)
  })

  it.each(['gamma1', 'client-side', '1,234,567,890.00', '2024-05-01/2024-05-31', 'internationalisation'])(
    '%s has no parts',
    (name) => {
      expect(cutName(name)).toEqual([name])
    },
  )
})
