// A function and texts asked for again and again → each told once while it is kept, and never wrongly.
import { expect, it } from 'vitest'
import { remember } from '../../src/shared/remember.js'

it('tells what is asked for again once', () => {
  const asked: string[] = []
  const tell = remember((text) => asked.push(text) && text.toUpperCase(), 3)
  expect(['a', 'b', 'a', 'a'].map(tell)).toEqual(['A', 'B', 'A', 'A'])
  expect(asked).toEqual(['a', 'b'])
})

it('forgets what was not asked for lately, and tells it anew', () => {
  const asked: string[] = []
  const tell = remember((text) => asked.push(text) && text.length, 2)
  for (const text of ['a', 'b', 'c', 'a', 'd', 'e', 'f', 'g']) tell(text)
  expect(tell('b')).toBe(1)
  expect(asked.filter((text) => text === 'b')).toHaveLength(2)
  expect(asked.filter((text) => text === 'a')).toHaveLength(1)
})

it('keeps an answer that is nothing', () => {
  let times = 0
  const tell = remember(() => {
    times++
  }, 2)
  tell('a')
  tell('a')
  expect(times).toBe(1)
})

it('keeps all that is asked for again and again, and lets go what nobody asked for in many rounds', () => {
  const asked: string[] = []
  const tell = remember((text) => asked.push(text) && text.length, 5000)
  const texts = Array.from({ length: 1000 }, (_, index) => `line ${index}`)
  tell('of long ago')
  for (let round = 0; round < 50; round++) for (const text of texts) tell(text)
  expect(asked).toHaveLength(1001)
  tell('of long ago')
  expect(asked.filter((text) => text === 'of long ago')).toHaveLength(2)
})
