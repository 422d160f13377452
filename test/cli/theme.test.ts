import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadTheme } from '../../src/theme/load.js'
import { openTestChrome } from '../chrome/helpers.js'
import { emptyFolder, recap } from '../helpers/cli.js'
import { root } from '../helpers/notes.js'

let dir: string
beforeEach(async () => {
  dir = await emptyFolder()
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const theme = (...args: string[]) => recap(['theme', ...args], dir)
const writeTheme = async (name: string, yaml: string, css = '') => {
  await mkdir(path.join(dir, name), { recursive: true })
  await writeFile(path.join(dir, name, 'theme.yaml'), yaml)
  await writeFile(path.join(dir, name, 'theme.css'), css)
}

describe('recap theme list', () => {
  it('names every theme with its colours and its mood', async () => {
    const run = await theme('list')
    expect(run.code, run.stderr).toBe(0)
    for (const name of ['paper', 'grid', 'midnight', 'blueprint', 'bento', 'ink', 'contrast'])
      expect(run.stdout).toMatch(
        new RegExp(`^${name} +bg #[0-9a-f]{6} .*accent #[0-9a-f]{6} .*[a-z ,]{10,}$`, 'm'),
      )
    expect(run.stdout).toContain('reveal:dracula')
  })

  it('tells programs the same as JSON', async () => {
    const { themes } = JSON.parse((await theme('list', '--json')).stdout)
    expect(themes).toHaveLength(7)
    expect(themes.find(({ name }: { name: string }) => name === 'paper').color.accent).toBe('#b3301c')
  })
})

describe('recap theme new', () => {
  it('begins a folder that builds at once, and overwrites none', async () => {
    const made = await theme('new', 'harbour', '--from', 'grid')
    expect(made.code, made.stderr).toBe(0)
    const yaml = await readFile(path.join(dir, 'harbour', 'theme.yaml'), 'utf8')
    expect(yaml).toContain('extends: grid')
    await writeFile(path.join(dir, 'talk.md'), '# Ann\nhello\nworld')
    const built = await recap(['build', 'talk.md', '--theme', './harbour', '--to', 'html'], dir)
    expect(built.code, built.stderr).toBe(0)
    expect(built.stderr).toBe('')
    const again = await theme('new', 'harbour')
    expect(again.code).toBe(2)
    expect(again.stderr).toMatch(/There is a “harbour” already/)
    expect(await readFile(path.join(dir, 'harbour', 'theme.yaml'), 'utf8')).toBe(yaml)
  })

  it('has every line it suggests taken, once the # is gone', async () => {
    await theme('new', 'harbour')
    const file = path.join(dir, 'harbour', 'theme.yaml')
    const yaml = await readFile(file, 'utf8')
    const lines = yaml.replace(/^(\s*)# ?(?=\s*(bg|ink|font|display|variants):)/gm, '$1')
    expect(lines).not.toBe(yaml)
    await writeFile(file, lines)
    await writeFile(path.join(dir, 'talk.md'), '# Ann\nhello\nworld')
    for (const look of ['./harbour', './harbour:dark']) {
      const built = await recap(['build', 'talk.md', '--theme', look, '--to', 'html'], dir)
      expect(built.code, built.stderr).toBe(0)
    }
  })

  it('refuses a name that is none, and a parent that is not there', async () => {
    expect((await theme('new', '../..')).code).toBe(2)
    const run = await theme('new', 'harbour', '--from', 'papr')
    expect(run.code).toBe(1)
    expect(run.stderr).toMatch(/papr[\s\S]*paper/)
  })
})

describe('a theme named in the notes', () => {
  it('that is not there is told where it is named', async () => {
    await writeFile(path.join(dir, 'talk.md'), '---\ntitle: A\ntheme: papr\n---\n# Ann\nx')
    const run = await recap(['build', 'talk.md'], dir)
    expect(run).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^talk\.md:3:1 {2}theme\/unknown-theme/),
    })
  })
})

describe('a theme that fails', () => {
  it('while Chrome starts is told of once, and nothing else is', async () => {
    await mkdir(path.join(dir, 'odd/layouts'), { recursive: true })
    await writeTheme('odd', 'name: odd\n')
    await writeFile(path.join(dir, 'odd/layouts/closing.hbs'), '{{> nosuch}}')
    await writeFile(path.join(dir, 'talk.md'), '# Ann\nx')
    const run = await recap(['build', 'talk.md', '--theme', './odd', '--to', 'html,pdf'], dir)
    expect(run.code).toBe(1)
    expect(run.stderr.trim().split('\n')).toHaveLength(3)
  })
})

describe('recap theme preview', () => {
  it('shows notes in several themes side by side, each slide large at a click', async () => {
    await writeFile(
      path.join(dir, 'talk.md'),
      '---\ntitle: Piers\nclosing: false\n---\n# Ann\nhello\nworld\nagain\nand more',
    )
    const run = await theme('preview', 'grid', 'ink', 'talk.md', '--out', 'wall.html')
    expect(run.code, run.stderr).toBe(0)
    const html = await readFile(path.join(dir, 'wall.html'), 'utf8')
    await using chrome = await openTestChrome()
    await using opened = await chrome.newPage()
    const { page } = opened
    await page.goto(`data:text/html;charset=utf-8,${encodeURIComponent(html)}`)
    const wall = await page.evaluate(async () => {
      const pictures = [...document.querySelectorAll<HTMLImageElement>('.slides img')]
      await Promise.all(pictures.map((picture) => picture.decode()))
      return {
        themes: [...document.querySelectorAll('thead th')].map((cell) => cell.textContent),
        rows: [...document.querySelectorAll('tbody tr')].map(({ children }) => children.length),
        sizes: [
          ...new Set(pictures.map(({ naturalWidth, naturalHeight }) => `${naturalWidth}×${naturalHeight}`)),
        ],
        count: pictures.length,
      }
    })
    expect(wall).toEqual({ themes: ['grid', 'ink'], rows: [2, 2, 2], sizes: ['960×540'], count: 6 })
    await page.click('.slides button')
    const shown = await page.evaluate(() => {
      const dialog = document.querySelector('dialog')
      const first = document.querySelector<HTMLImageElement>('.slides img')
      return { open: dialog?.open, same: dialog?.querySelector('img')?.src === first?.src }
    })
    expect(shown).toEqual({ open: true, same: true })
  })
})

describe('recap theme check', () => {
  it('finds what is hard to read and what runs out of its slide, and where', async () => {
    await writeTheme(
      'poor',
      'name: poor\nextends: paper',
      '.points.body > li > p { color: #c9c0b0 }\n[data-layout="agenda"] .name { margin-inline-start: 1200px }',
    )
    const run = await theme('check', './poor')
    expect(run.code).toBe(1)
    expect(run.stderr).toMatch(/theme\/low-contrast\n.*on points\) is #c9c0b0 on #faf6ee: 1\.\d:1/)
    expect(run.stderr).toMatch(/theme\/overflow\n.*In 16:9 .*agenda/)
  }, 240_000)

  it('finds nothing in the example of a firm’s theme, which has a logo and a last slide of its own', async () => {
    const acme = path.join(root, 'examples/themes/acme')
    const run = await theme('check', acme)
    expect(run.code, run.stderr).toBe(0)
    expect(run.stdout).toMatch(/\d\d text roles, the lowest at [4-9]\.\d:1; 0 problems\.$/m)
    const loaded = await loadTheme(acme, '.')
    expect(loaded).toMatchObject({ chain: ['acme', 'paper'], templateDirs: [acme] })
    expect(loaded.logo?.dataUrl).toMatch(/^data:image\/svg\+xml;/)
    for (const language of ['aigc-summit', 'reliability-day']) {
      const notes = path.join(root, `examples/${language}.md`)
      const built = await recap(['build', notes, '--theme', acme, '--out', '.', '--json', '--strict'], dir)
      expect(built.code, built.stderr).toBe(0)
      expect(await readFile(path.join(dir, `${language}.html`), 'utf8')).toContain(
        '<img class="mark" alt="" src="data:',
      )
    }
  }, 240_000)

  it('tells of a template that cannot work before it draws anything', async () => {
    await writeTheme('broken', 'name: broken\nextends: paper')
    await mkdir(path.join(dir, 'broken', 'layouts'))
    await writeFile(path.join(dir, 'broken', 'layouts', 'points.hbs'), '<div>\n{{#if units}}')
    const run = await theme('check', './broken')
    expect(run.code).toBe(1)
    expect(run.stderr).toMatch(/broken\/layouts\/points\.hbs:2/)
  })
})

describe('recap theme export', () => {
  it('writes tokens that a theme may import', async () => {
    const tokens = (await theme('export', 'midnight', '--dtcg')).stdout
    expect(JSON.parse(tokens).color.accent.$type).toBe('color')
    await writeTheme('copy', 'name: copy\ntokens: ./tokens.json')
    await writeFile(path.join(dir, 'copy', 'tokens.json'), tokens)
    expect((await theme('export', './copy')).stdout).toBe(tokens.replaceAll('theme midnight', 'theme copy'))
  })
})
