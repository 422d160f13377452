// Handlebars files under templates/, and those of a theme and its parents over them → functions from a plain view to HTML.
// `{{> name}}` is the newest version of a partial; `{{> @parent/name}}` the next older one of a layout or partial.
import path from 'node:path'
import Handlebars from 'handlebars'
import { readText } from '../shared/files.js'
import { once } from '../shared/once.js'
import { templatesDir } from '../shared/package-files.js'
import { DeckError } from '../shared/problem.js'
import { compiledTemplates } from './compiled-templates.js'
import { type FoundTemplate, findTemplates } from './find-templates.js'
import { helpers } from './helpers.js'
import { knownHelpers, readTemplate, type TemplateFile } from './read-template.js'

export type Template = (view: object) => string
export type Templates = {
  readonly deck: Template
  /** The page of a deck that is served, and changed while it is shown. */
  readonly live: Template
  /** The page of who speaks. */
  readonly speaker: Template
  readonly slide: Template
  readonly layouts: ReadonlyMap<string, Template>
}

const compileOptions = {
  knownHelpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
  knownHelpersOnly: true,
}
// Views are plain records; nothing may be reached through a prototype.
const runOptions = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false }

// The views' HTML has been sanitised. A theme may set their plain text by three braces all the same, and then this stands
// between a note's words and the page; scripts would not run even so (page-script.ts).
const disarm = (html: string) =>
  html.replace(/<(?=\/?(?:script|style|iframe|frame|object|embed|link|meta|base|form|template)\b)/gi, '&lt;')

/** The name under which one version of a template is called. */
const versionName = ({ level, kind, name }: FoundTemplate) => `@${level}/${kind}/${name}`

async function readAll(dirs: readonly string[]) {
  const house = async (name: string): Promise<TemplateFile> => {
    const file = path.join(templatesDir, name)
    return { file, source: (await readText(file)).trimEnd() }
  }
  const [found, deck, live, speaker, slide] = await Promise.all([
    findTemplates(templatesDir, dirs),
    house('deck.hbs'),
    house('live.hbs'),
    house('speaker.hbs'),
    house('slide.hbs'),
  ])
  return { found, deck, live, speaker, slide }
}

/** The house's templates, compiled: a list of texts and what they become, as JavaScript. For build.mjs. */
export async function writeCompiled(): Promise<string> {
  const { found, ...pages } = await readAll([])
  const partials = found.filter(({ kind }) => kind === 'partials').map(({ name }) => name)
  const callable = { partials, parents: [], parentOf: () => undefined }
  const entries = [...found, ...Object.values(pages)].map((template) => {
    const code = Handlebars.precompile(readTemplate(template, callable), compileOptions)
    return `[${JSON.stringify(template.source)}, ${String(code)}]`
  })
  return `[${entries.join(',\n')}]`
}

async function compileTemplates(dirs: readonly string[]): Promise<Templates> {
  const engine = Handlebars.create()
  for (const [name, helper] of Object.entries(helpers)) engine.registerHelper(name, helper)
  const { found, deck, live, speaker, slide } = await readAll(dirs)
  const partials = found.filter(({ kind }) => kind === 'partials')
  const partialNames = [...new Set(partials.map(({ name }) => name))]

  const compile = (template: TemplateFile, level = 0) => {
    const compiled = level === 0 ? compiledTemplates.get(template.source) : undefined
    if (compiled) return engine.template(compiled)
    // The next level down first; of one level, a layout before a partial.
    const below = found
      .filter((other) => other.level < level)
      .toSorted((a, b) => b.level - a.level || a.kind.localeCompare(b.kind))
    const tree = readTemplate(template, {
      partials: partialNames,
      parents: [...new Set(below.map(({ name }) => name))],
      parentOf(name) {
        const parent = below.find((other) => other.name === name)
        return parent && versionName(parent)
      },
    })
    return engine.compile(tree, compileOptions)
  }
  const draw = (render: HandlebarsTemplateDelegate, { file }: TemplateFile): Template => {
    return (view) => {
      try {
        return render(view, runOptions)
      } catch (cause) {
        const why = cause instanceof RangeError ? 'It calls itself without end' : String(cause)
        const hint = `Partials: ${partialNames.join(', ')}. Helpers: ${knownHelpers.join(', ')}.`
        const message = `The template cannot be drawn. ${why}.`
        throw new DeckError({ code: 'deck/bad-template', message, hint, at: { file } }, { cause })
      }
    }
  }

  const layouts = new Map<string, Template>()
  for (const template of found) {
    const render = compile(template, template.level)
    engine.registerPartial(versionName(template), render)
    if (template.kind === 'partials') engine.registerPartial(template.name, render)
    else layouts.set(template.name, draw(render, template))
  }
  if (dirs.length > 0)
    for (const [name, template] of layouts) layouts.set(name, (view) => disarm(template(view)))
  return {
    deck: draw(compile(deck), deck),
    live: draw(compile(live), live),
    speaker: draw(compile(speaker), speaker),
    slide: draw(compile(slide), slide),
    layouts,
  }
}

const loadHouseTemplates = once(() => compileTemplates([]))

/**
 * The compiled templates, with those in a theme's folders (parent first) in place of the house's. The house's are compiled
 * once a process. Throws DeckError `deck/bad-template` with file, line and mend for one that cannot work.
 */
export const loadTemplates = (dirs: readonly string[] = []): Promise<Templates> =>
  dirs.length > 0 ? compileTemplates(dirs) : loadHouseTemplates()
