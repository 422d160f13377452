// examples/*.md → examples/*.png: a few slides of each built deck side by side, for the README. Run by `npm run picture`.
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { openChrome, openDeck, readEnvironment } from '../dist/index.js'

// The first slide of each of these layouts.
const shown = {
  'aigc-summit': ['title', 'agenda', 'section', 'compare', 'cards', 'points', 'number', 'panel', 'closing'],
  'reliability-day': ['title', 'section', 'points', 'table', 'code', 'panel'],
}
const columns = 3
const gapPx = 24
const scale = 0.5

const { cacheDir } = readEnvironment()
const chrome = await openChrome({ cacheDir })
try {
  for (const [name, chosen] of Object.entries(shown)) {
    const html = await readFile(path.join('out', `${name}.html`), 'utf8')
    const { page } = await openDeck(chrome, html, { mode: 'pages' })
    const count = await page.evaluate(
      (layouts, perRow, gap) => {
        const slides = [...document.querySelectorAll('section[data-layout]')]
        const wanted = layouts.flatMap((name) => slides.find((slide) => slide.dataset.layout === name) ?? [])
        for (const slide of slides) if (!wanted.includes(slide)) slide.remove()
        const grid = document.querySelector('.slides')
        grid.style.cssText = `display:grid;grid-template-columns:repeat(${perRow},1280px);gap:${gap}px;padding:${gap}px;width:max-content;background:#6b665f`
        return wanted.length
      },
      chosen,
      columns,
      gapPx,
    )
    const rows = Math.ceil(count / columns)
    await page.setViewport({
      width: columns * 1280 + (columns + 1) * gapPx,
      height: rows * 720 + (rows + 1) * gapPx,
      deviceScaleFactor: scale,
    })
    const file = path.join('examples', `${name}.png`)
    await writeFile(file, await page.screenshot())
    process.stdout.write(`${file}\n`)
  }
} finally {
  await chrome.close()
}
