// Each folder here is a whole journey: notes.md, and what every room makes of it. Read one and you have seen the line.
// After a change that is meant: npx vitest run test/journeys -u, then read the diff.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { renderDeck } from '../../src/deck/render.js'
import { readEnvironment } from '../../src/config/environment.js'
import { parseNotes } from '../../src/notes/parse.js'
import { planSlides } from '../../src/slides/plan.js'
import { loadTheme } from '../../src/theme/load.js'

const here = import.meta.dirname
const journeys = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

const asYaml = (value: unknown) => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })

describe.each(journeys)('the journey %s', (name) => {
  const folder = path.join(here, name)
  const { notes, problems } = parseNotes(readFileSync(path.join(folder, 'notes.md')), 'notes.md')
  const { slides, problems: planned } = planSlides(notes)

  it('from text to notes', async () => {
    await expect(asYaml({ notes, problems })).toMatchFileSnapshot(path.join(folder, 'notes.yaml'))
  })

  it('from notes to slides', async () => {
    await expect(asYaml({ slides, problems: planned })).toMatchFileSnapshot(path.join(folder, 'slides.yaml'))
  })

  it('from slides to the deck', async () => {
    const { cacheDir } = readEnvironment()
    const deck = await renderDeck(notes, slides, await loadTheme('paper', '.'), { audience: 'presenter', cacheDir })
    const html = deck.slides.map((slide) => slide.html).join('\n\n')
    await expect(`${html}\n`).toMatchFileSnapshot(path.join(folder, 'deck.html'))
  })
})
