// One Handlebars file → its syntax tree, with every partial and helper it names known to be there, and a theme's calls of its
// parent's version made plain. What cannot work is refused here, with line and mend, not while a deck is drawn.
import Handlebars from 'handlebars'
import { type At, DeckError } from '../shared/problem.js'
import { suggestName } from '../shared/text.js'
import { helpers } from './helpers.js'

export type TemplateFile = { readonly file: string; readonly source: string }

/** What a template may call. */
export type Callable = {
  /** Names of partials, of the house and of all themes in the chain. */
  readonly partials: readonly string[]
  /** The registered name of the parent's version of a layout or partial; `undefined` where there is none. */
  readonly parentOf: (name: string) => string | undefined
  readonly parents: readonly string[]
}

export const knownHelpers = ['if', 'unless', 'each', 'with', 'lookup', ...Object.keys(helpers)]

const fail = (message: string, hint: string, at: At, cause?: unknown): never => {
  throw new DeckError({ code: 'deck/bad-template', message, hint, at }, { cause })
}

function parse({ file, source }: TemplateFile): hbs.AST.Program {
  try {
    return Handlebars.parse(source)
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause)
    const [, besides = words] = /^(.*?)(?: - \d+:\d+)?$/.exec(words.split('\n').at(-1) ?? words) ?? []
    const line = Number(/line (\d+)|- (\d+):\d+/.exec(words)?.slice(1).find(Boolean) ?? 1)
    const hint = 'Close each {{#name}} with {{/name}}, and each {{ with }}.'
    const got = /got '(\w+)'/.exec(besides)?.[1]
    const why = got === 'EOF' ? 'it ends before all is closed' : got ? `“${got}” cannot stand here` : besides
    return fail(`The template does not compile: ${why}.`, hint, { file, line }, cause)
  }
}

const originalOf = (node: hbs.AST.Node): string => ('original' in node ? String(node.original) : '')

/** Reads one file. Throws DeckError `deck/bad-template` with file, line and mend. */
export function readTemplate(template: TemplateFile, callable: Callable): hbs.AST.Program {
  const tree = parse(template)
  const at = (node: hbs.AST.Node): At => ({
    file: template.file,
    line: node.loc.start.line,
    column: node.loc.start.column + 1,
  })
  const inline: string[] = []
  const visitor = new Handlebars.Visitor()
  const { prototype: walk } = Handlebars.Visitor

  const checkHelper = (node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression) => {
    const name = originalOf(node.path)
    if (node.params.length === 0 && !node.hash?.pairs.length) return
    if (knownHelpers.includes(name)) return
    fail(`There is no helper “${name}”.`, suggestName(name, knownHelpers), at(node))
  }
  const checkPartial = (node: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement) => {
    const name = originalOf(node.name)
    if (name === '' || name === '@partial-block' || inline.includes(name)) return
    if (name.startsWith('@parent/')) {
      const bare = name.slice('@parent/'.length)
      const parent = callable.parentOf(bare)
      if (parent !== undefined && 'original' in node.name) node.name.original = parent
      else fail(`No parent has a template “${bare}”.`, suggestName(bare, callable.parents), at(node))
    } else if (!callable.partials.includes(name))
      fail(`There is no partial “${name}”.`, suggestName(name, callable.partials), at(node))
  }
  visitor.MustacheStatement = (node) => {
    checkHelper(node)
    walk.MustacheStatement.call(visitor, node)
  }
  visitor.BlockStatement = (node) => {
    checkHelper(node)
    walk.BlockStatement.call(visitor, node)
  }
  visitor.SubExpression = (node) => {
    checkHelper(node)
    walk.SubExpression.call(visitor, node)
  }
  visitor.DecoratorBlock = (node) => {
    const [first] = node.params
    if (originalOf(node.path) !== 'inline' || first === undefined)
      fail(`There is no decorator “${originalOf(node.path)}”.`, 'Known: inline.', at(node))
    else inline.push(originalOf(first))
    walk.DecoratorBlock.call(visitor, node)
  }
  visitor.PartialStatement = (node) => {
    checkPartial(node)
    walk.PartialStatement.call(visitor, node)
  }
  visitor.PartialBlockStatement = (node) => {
    checkPartial(node)
    walk.PartialBlockStatement.call(visitor, node)
  }
  visitor.accept(tree)
  return tree
}
