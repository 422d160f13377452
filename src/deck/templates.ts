// Handlebars files under templates/ → functions from a plain view to HTML, compiled once per process.
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import Handlebars from 'handlebars'
import { readText } from '../shared/files.js'
import { once } from '../shared/once.js'
import { templatesDir } from '../shared/package-files.js'
import { DeckError } from '../shared/problem.js'
import { helpers } from './helpers.js'

export type Template = (view: object) => string
export type Templates = {
  readonly deck: Template
  readonly slide: Template
  readonly layouts: ReadonlyMap<string, Template>
}

const compileOptions = {
  knownHelpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
  knownHelpersOnly: true,
}
// Views are plain records; nothing may be reached through a prototype.
const runOptions = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false }

async function compileTemplates(): Promise<Templates> {
  const engine = Handlebars.create()
  for (const [name, helper] of Object.entries(helpers)) engine.registerHelper(name, helper)
  const compile = async (file: string): Promise<Template> => {
    const source = (await readText(file)).trimEnd()
    try {
      engine.parse(source)
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause)
      const line = Number(/line (\d+)/.exec(message)?.[1] ?? 1)
      throw new DeckError(
        { code: 'deck/bad-template', message: message.split('\n')[0] ?? message, at: { file, line } },
        { cause },
      )
    }
    const render = engine.compile(source, compileOptions)
    return (view) => render(view, runOptions)
  }
  const compileFolder = async (folder: string) => {
    const names = (await readdir(path.join(templatesDir, folder))).filter((name) => name.endsWith('.hbs'))
    const made = names.map(async (name) => {
      const file = path.join(templatesDir, folder, name)
      return [path.basename(name, '.hbs'), await compile(file), await readText(file)] as const
    })
    return Promise.all(made)
  }
  const [deck, slide, partials, layouts] = await Promise.all([
    compile(path.join(templatesDir, 'deck.hbs')),
    compile(path.join(templatesDir, 'slide.hbs')),
    compileFolder('partials'),
    compileFolder('layouts'),
  ])
  for (const [name, , source] of partials) engine.registerPartial(name, source.trimEnd())
  return { deck, slide, layouts: new Map(layouts.map(([name, template]) => [name, template])) }
}

/** The compiled templates. Throws DeckError `deck/bad-template` with file and line when one does not parse. */
export const loadTemplates = once(compileTemplates)
