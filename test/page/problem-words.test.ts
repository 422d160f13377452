import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { problemWords } from '../../src/page/live/problem-words.js'

/** Rooms whose problems can keep notes from being shown or saved. */
const rooms = ['notes', 'config', 'deck', 'shared', 'slides', 'theme']
const codeIn = new RegExp(`'((?:${rooms.join('|')})/[a-z0-9-]+)'`, 'g')

/** Codes in the sources of the rooms, each with whether what follows says it is only a warning. */
async function listCodes(): Promise<readonly { code: string; warning: boolean }[]> {
  const found = rooms.map(async (room) => {
    const names = await readdir(path.join('src', room), { recursive: true })
    const sources = names.filter((name) => name.endsWith('.ts'))
    const texts = await Promise.all(sources.map((name) => readFile(path.join('src', room, name), 'utf8')))
    return texts.flatMap((text) =>
      [...text.matchAll(codeIn)].map(({ 1: code = '', index }) => ({
        code,
        warning: /severity: 'warning'/.test(text.slice(index, index + 100)),
      })),
    )
  })
  return (await Promise.all(found)).flat()
}

describe('words for problems', () => {
  it('are there in Chinese for every error that can keep a deck from being shown', async () => {
    const codes = await listCodes()
    expect(codes.length).toBeGreaterThan(40)
    const unsaid = codes.filter(({ code, warning }) => !warning && !problemWords(code, 'zh-Hans'))
    expect(unsaid.map(({ code }) => code)).toEqual([])
  })

  it('are none in other languages, where the message itself is read', () => {
    expect(problemWords('theme/unknown-theme', 'en')).toBeUndefined()
    expect(problemWords('theme/unknown-theme', 'zh-Hans')?.[0]).toBe('没有这个主题。')
  })
})
