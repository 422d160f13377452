// examples/*.md → examples/*.png: a few slides of each built deck side by side, for the README; and a few slides in each of the
// six themes, a row for each. Run by `npm run picture`.
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buildDeck, loadConfig, openChrome, openDeck, readEnvironment } from '../dist/index.js'

// The first slide of each of these layouts.
const decks = {
  'aigc-summit': ['title', 'agenda', 'section', 'compare', 'cards', 'points', 'number', 'panel', 'closing'],
  'reliability-day': ['title', 'section', 'points', 'table', 'code', 'panel'],
}
const themes = ['paper', 'grid', 'midnight', 'blueprint', 'bento', 'ink']
const inEach = { zh: ['title', 'points'], en: ['section', 'number'] }
const ground = '#6b665f'

const { cacheDir } = readEnvironment()
const chrome = await openChrome({ cacheDir })

/** Pictures of the first slides of these layouts, `widthPx` wide, as data: addresses. */
async function takeSlides(file, theme, layouts, widthPx) {
  const asked = theme === undefined ? {} : { theme }
  const config = await loadConfig(file)
  const { deck } = await buildDeck({
    file,
    config,
    asked,
    formats: [],
    cacheDir,
    openChrome: async () => chrome,
  })
  const { page } = await openDeck(chrome, deck.html, { mode: 'pages' })
  await page.setViewport({ width: 1280, height: 720, deviceScaleFactor: widthPx / 1280 })
  const taken = []
  for (const layout of layouts) {
    const slide = await page.$(`section[data-layout="${layout}"]`)
    taken.push(`data:image/png;base64,${await slide.screenshot({ encoding: 'base64' })}`)
  }
  return taken
}

async function drawTable(name, pictures, { columns, widthPx, gapPx }) {
  const { page } = await chrome.newPage()
  const cells = pictures.map((picture) => `<img src="${picture}" width="${widthPx}">`).join('')
  const width = columns * (widthPx + gapPx) + gapPx
  await page.setViewport({ width, height: 100 })
  await page.setContent(
    `<body style="margin:0;background:${ground}"><div style="display:grid;grid-template-columns:repeat(${columns},${widthPx}px);gap:${gapPx}px;padding:${gapPx}px">${cells}</div>`,
  )
  const file = path.join('examples', `${name}.png`)
  await writeFile(file, await page.screenshot({ fullPage: true }))
  process.stdout.write(`${file}\n`)
}

try {
  for (const [name, layouts] of Object.entries(decks)) {
    const pictures = await takeSlides(path.join('examples', `${name}.md`), undefined, layouts, 640)
    await drawTable(name, pictures, { columns: 3, widthPx: 640, gapPx: 12 })
  }
  const rows = []
  for (const theme of themes) {
    for (const [language, layouts] of Object.entries(inEach))
      rows.push(...(await takeSlides(`templates/gallery/${language}.md`, theme, layouts, 324)))
  }
  await drawTable('themes', rows, { columns: rows.length / themes.length, widthPx: 324, gapPx: 10 })
} finally {
  await chrome.close()
}
