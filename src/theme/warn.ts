// What was left out of a theme or changed in it → the warnings that say so.
import path from 'node:path'
import type { Problem } from '../shared/problem.js'
import { enoughContrast, type Repair } from './contrast.js'
import { placeOfKey } from './place.js'
import type { Layer, Step } from './step.js'

/** What a theme's sheets would have from the network: one warning for all. */
export function warnRemotes(chain: readonly Step[]): readonly Problem[] {
  const remotes = chain.flatMap((step) => step.remotes)
  const [first] = remotes
  if (first === undefined) return []
  const places = remotes.map(({ at, address }) => `${path.basename(at.file)}:${at.line} ${address}`)
  const message = `Left out, since a deck asks the network for nothing: ${places.join(', ')}.`
  const hint = 'Put what is needed into the theme’s folder and give its path there.'
  return [{ code: 'theme/remote', severity: 'warning', message, hint, at: first.at }]
}

/** What somebody chose and does not get; what was made of it anyhow changes without a word. */
export async function warnRepairs(
  repairs: readonly Repair[],
  layers: readonly Layer[],
): Promise<readonly Problem[]> {
  const chosen = repairs.flatMap(({ role, from, to }) => {
    const layer = layers.find(({ tokens }) => tokens.color?.[role] === from)
    return layer ? [{ role, words: `${role} ${from} → ${to}`, at: layer.at }] : []
  })
  const [first] = chosen
  if (first === undefined) return []
  const message = `Changed, to be read (${enoughContrast}:1): ${chosen.map(({ words }) => words).join(', ')}.`
  const hint = 'Name a colour that differs more in lightness from bg and surface.'
  return [
    {
      code: 'theme/contrast',
      severity: 'warning',
      message,
      hint,
      at: await placeOfKey(first.at, first.role),
    },
  ]
}
