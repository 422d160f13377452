// A theme's own templates: what they may call, what they may not hold, and how they stand over their parents'.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import Handlebars from 'handlebars'
import { describe, expect, it } from 'vitest'
import { loadTemplates, writeCompiled } from '../../src/deck/templates.js'
import { root } from '../helpers/notes.js'
import { type Files, folderOf, problemIn, svg } from '../helpers/theme-folder.js'

const quote = async (...themes: readonly Files[]) => {
  const dirs = await Promise.all(themes.map(folderOf))
  const { layouts } = await loadTemplates(dirs)
  return layouts.get('section')?.({ number: '01', title: '<b>A</b>', author: '<meta x>' }) ?? ''
}
const refused = async (files: Files) => {
  const dir = await folderOf(files)
  const problem = await problemIn(loadTemplates([dir]))
  return { ...problem, place: problem?.at && [path.relative(dir, problem.at.file), problem.at.line] }
}

describe('the house’s templates as they are compiled beforehand', () => {
  it('are all of them, and draw what those draw that are compiled as they are read', async () => {
    const compiled = new Map<string, TemplateSpecification>(vm.runInThisContext(await writeCompiled()))
    const folder = path.join(root, 'templates')
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    const own = names.filter((name) => name.endsWith('.hbs') && !name.startsWith('gallery'))
    expect(own.length).toBeGreaterThan(20)
    const textOf = (name: string) => readFileSync(path.join(folder, name), 'utf8').trimEnd()
    for (const name of own) expect(compiled.has(textOf(name)), name).toBe(true)
    expect(compiled.size).toBe(new Set(own.map(textOf)).size)

    const remark = compiled.get(textOf('partials/remark.hbs'))
    if (!remark) throw new Error('not compiled')
    const view = { html: 'a <b>b</b>' }
    const options = { partials: { source: Handlebars.compile(' data-line="1"') } }
    const asRead = Handlebars.compile(textOf('partials/remark.hbs'), { knownHelpersOnly: true })
    expect(Handlebars.template(remark)(view, options)).toContain('data-line="1"><p>a <b>b</b></p>')
    expect(Handlebars.template(remark)(view, options)).toBe(asRead(view, options))
  })
})

describe('a theme’s template', () => {
  it('stands in place of the house’s, and may call it', async () => {
    const html = await quote({ 'layouts/section.hbs': '<p class="own">{{number}}</p>{{> @parent/section}}' })
    expect(html).toMatch(/^<p class="own">01<\/p><div class="hero".*<b>A<\/b>.*<\/div>$/)
  })

  it('calls the next older version, one after another', async () => {
    const html = await quote(
      { 'layouts/section.hbs': '1{{title}}' },
      {},
      { 'layouts/section.hbs': '2{{> @parent/section}}', 'partials/head.hbs': 'H' },
      {
        'layouts/section.hbs': '3{{> @parent/section}}{{> head}}',
        'partials/head.hbs': 'h{{> @parent/head}}',
      },
    )
    expect(html).toBe('321&lt;b&gt;A&lt;/b&gt;hH')
  })

  it('may bring partials of its own, and those it replaces serve the house’s layouts', async () => {
    const dir = await folderOf({ 'partials/source.hbs': ' data-mine', 'partials/new.hbs': 'n' })
    const { layouts } = await loadTemplates([dir])
    expect(layouts.get('section')?.({ title: 'x' })).toContain('<div class="hero" data-mine>')
    const plain = await loadTemplates()
    expect(plain.layouts.get('section')?.({ title: 'x' })).not.toContain('data-mine')
  })

  it('takes the theme’s pictures with it, and none from outside', async () => {
    const html = await quote({
      'layouts/section.hbs': '<img alt="" src="assets/a.svg">',
      'assets/a.svg': svg,
    })
    expect(html).toContain('src="data:image/svg+xml;base64,')
    expect(await refused({ 'layouts/section.hbs': '\n<img src="../a.svg">' })).toMatchObject({
      code: 'theme/outside',
      place: ['layouts/section.hbs', 2],
    })
    expect((await refused({ 'layouts/section.hbs': '<img src="a.svg">' })).code).toBe('theme/no-asset')
  })

  it('cannot let a note’s words become more than text that is drawn', async () => {
    expect(await quote({ 'layouts/section.hbs': '{{{author}}}' })).toBe('&lt;meta x>')
  })

  it.each([
    ['{{#if a}}\n<p>', 2, 'it ends before all is closed', 'Close each'],
    ['<p>\n{{#if a}}{{/each}}', 2, "if doesn't match each", 'Close each'],
    ['\n\n{{#if}}{{else}}{{/}}', 3, 'cannot stand here', 'Close each'],
    ['<p>\n\n{{> hed}}', 3, 'There is no partial “hed”.', 'Did you mean “head”?'],
    ['{{> @parent/sektion}}', 1, 'No parent has a template “sektion”.', 'Did you mean “section”?'],
    ['a\n{{upper title}}', 2, 'There is no helper “upper”.', 'Known: if, '],
    ['{{#eech points}}{{/eech}}', 1, 'There is no helper “eech”.', 'Did you mean “each”?'],
    ['{{#if (eq a b)}}{{/if}}', 1, 'There is no helper “eq”.', 'Known: if, '],
    ['<p>\n<script>x</script>', 2, 'cannot hold “<script>”', 'runs no script'],
    ['<p onclick="x">', 1, 'cannot hold “onclick”', 'runs no script'],
    ['<a href="javascript:x">', 1, 'cannot hold “javascript:”', 'runs no script'],
    ['<p>\n<style>p{}</style>', 2, 'cannot hold “<style>”', 'theme.css'],
  ])('such as %j is refused with its line and mend', async (source, line, message, hint) => {
    const problem = await refused({ 'layouts/section.hbs': source })
    expect(problem.code).toBe('deck/bad-template')
    expect(problem.message).toContain(message)
    expect(problem.hint).toContain(hint)
    expect(problem.place).toEqual(['layouts/section.hbs', line])
  })

  it('that calls itself without end is told so', async () => {
    await expect(quote({ 'partials/x.hbs': '{{> x}}', 'layouts/section.hbs': '{{> x}}' })).rejects.toThrow(
      'without end',
    )
  })

  it('for a layout there is none of is refused with the nearest', async () => {
    expect(await refused({ 'layouts/secton.hbs': 'x' })).toMatchObject({
      code: 'theme/unknown-layout',
      hint: expect.stringContaining('Did you mean “section”?'),
    })
  })
})
