// What a theme is called by → the theme: its chain of parents, a variant, a brand over all, made one and readable.
import { DeckError } from '../shared/problem.js'
import { suggestName } from '../shared/text.js'
import { inlineAsset } from './assets.js'
import { repairContrast } from './contrast.js'
import { findTheme, type ThemePlace } from './find.js'
import { mergeColors, mergeFonts, mergeSlide } from './merge.js'
import { placeOfKey } from './place.js'
import { type Layer, readStep, type Step } from './step.js'
import { fontRoles, type Logo, type Sheet, type Theme } from './theme.js'
import { warnRemotes, warnRepairs } from './warn.js'

/** What lies over any theme: a brand, the command line (newest first), and the author's own style sheet. */
export type Over = {
  readonly layers?: readonly Layer[]
  readonly sheets?: readonly Sheet[]
  /** The notes' folder, where a package may be installed as well. */
  readonly near?: string
}

async function refuseCycle(place: ThemePlace, seen: readonly ThemePlace[]): Promise<void> {
  if (!seen.some(({ file }) => file === place.file)) return
  const chain = [...seen, place].map(({ name }) => name).join(' → ')
  const message = `Themes extend each other in a circle: ${chain}.`
  const hint = 'Let the last of them extend a built-in theme, or none.'
  const at = await placeOfKey({ file: seen.at(-1)?.file ?? place.file }, 'extends')
  throw new DeckError({ code: 'theme/cycle', message, hint, at })
}

/** A parent that is not there is told where it is named. */
async function findParent(name: string, from: string, near: string, seen: readonly ThemePlace[]) {
  const child = seen.at(-1)
  try {
    return findTheme(name, from, near)
  } catch (error) {
    if (!(error instanceof DeckError) || child === undefined) throw error
    const at = await placeOfKey({ file: child.file }, 'extends')
    throw new DeckError({ ...error.problem, at }, { cause: error })
  }
}

/** A theme and its parents, newest first; a variant stands over all of those that have one of that name. */
async function readChain(
  name: string,
  from: string,
  near: string = from,
  seen: readonly ThemePlace[] = [],
): Promise<readonly Step[]> {
  const place = await findParent(name, from, near, seen)
  await refuseCycle(place, seen)
  const step = await readStep(place)
  const { extends: parent } = step.file
  const parents = parent === undefined ? [] : await readChain(parent, place.dir, near, [...seen, place])
  const { variant } = place
  if (variant === undefined) return [step, ...parents]
  const chain = [step, ...parents]
  const chosen = chain.flatMap(({ variants }) => variants[variant] ?? [])
  if (chosen.length > 0) return [{ ...step, layers: [...chosen, ...step.layers] }, ...parents]
  const known = variantsOf(chain)
  throw new DeckError({
    code: 'theme/unknown-variant',
    message: `The theme “${place.name}” has no variant “${variant}”.`,
    hint: known.length > 0 ? suggestName(variant, known) : 'It has none: leave the colon and the name out.',
    at: { file: place.file },
  })
}

/** Each family that a layer names, and where. */
const findFamilies = (layers: readonly Layer[]) =>
  layers.flatMap(({ tokens, at }) =>
    fontRoles.flatMap((role) => {
      const { latin, cjk } = tokens.font?.[role] ?? {}
      return [latin, cjk].flatMap((family) => (family === undefined ? [] : [{ family, at }]))
    }),
  )

const variantsOf = (chain: readonly Step[]) => [
  ...new Set(chain.flatMap(({ variants }) => Object.keys(variants))),
]

async function loadLogo(layers: readonly Layer[]): Promise<Logo | undefined> {
  const inline = async (key: 'src' | 'dark', { at, root, tokens }: Layer) =>
    inlineAsset(tokens.logo?.[key] ?? '', root, await placeOfKey(at, key, 'logo'))
  const named = layers.find(({ tokens }) => tokens.logo?.src !== undefined)
  if (named === undefined) return undefined
  // A logo brings its own picture for dark grounds: that of the theme under it would be another firm's.
  const dark = layers
    .slice(0, layers.indexOf(named) + 1)
    .find(({ tokens }) => tokens.logo?.dark !== undefined)
  const dataUrl = await inline('src', named)
  const first = <T>(pick: (logo: NonNullable<Layer['tokens']['logo']>) => T | undefined) =>
    layers.map(({ tokens }) => tokens.logo && pick(tokens.logo)).find((value) => value !== undefined)
  return {
    dataUrl,
    darkUrl: dark === undefined ? dataUrl : await inline('dark', dark),
    on: first((logo) => logo.on) ?? ['title', 'section', 'closing'],
    heightPx: first((logo) => logo.height) ?? 40,
  }
}

/**
 * Loads a theme; `from` is the folder its path or package is looked for from. Throws DeckError (`theme/…`) with file, line
 * and column for anything it cannot use.
 */
export async function loadTheme(name: string, from: string, over: Over = {}): Promise<Theme> {
  const chain = await readChain(name, from, over.near)
  const [own] = chain
  const brand = over.layers ?? []
  const themeLayers = chain.flatMap((step) => step.layers)
  const layers = [...brand, ...themeLayers]
  const tokens = layers.map((layer) => layer.tokens)
  const plain = mergeColors(themeLayers.map((layer) => layer.tokens))
  const { color, repairs } = repairContrast(
    mergeColors(
      brand.map((layer) => layer.tokens),
      plain,
    ),
  )
  const oldestFirst = chain.toReversed()
  const changed = brand.some((layer) => layer.tokens.color !== undefined)
  return {
    name: own?.file.name ?? name,
    mood: own?.file.mood,
    variant: own?.place.variant,
    variants: variantsOf(chain),
    chain: chain.map((step) => step.file.name),
    color,
    brandColor: changed ? color : {},
    font: mergeFonts(tokens),
    fontPlaces: findFamilies(layers),
    fontScale: tokens.map(({ font }) => font?.scale).find((scale) => scale !== undefined) ?? 1,
    slide: mergeSlide(tokens),
    logo: await loadLogo(layers),
    styles: [...oldestFirst.flatMap((step) => step.styles), ...(over.sheets ?? [])],
    foreign: chain.some((step) => step.foreign),
    templateDirs: oldestFirst.flatMap((step) => step.templateDirs),
    places: chain.map(({ place }) => (place.kind === 'folder' ? place.dir : place.file)),
    fontFiles: chain.flatMap((step) => step.fontFiles),
    problems: [...warnRemotes(chain), ...(await warnRepairs(repairs, layers))],
  }
}
