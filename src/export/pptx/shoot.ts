// A box that no shape can show → a picture of it alone, on nothing. The page is as it was afterwards.
import type { CDPSession } from '../../chrome/puppeteer.js'
import type { Paint, PictureFile, Rect } from './drawing.js'
import type { Box } from './snapshot.js'

/** Px of a picture for one of the slide. */
const scale = 2
/** A picture this large is of something soft. */
const largePx = 400_000

/** How good JPEG has to be for a soft background not to show it. */
const quality = 92

/** `ground`: what lies under a picture of a whole slide. `own`: the box's background and marks without what stands in it. `whole`: with all of it. */
export type Shot = {
  readonly box: Box
  readonly part: 'own' | 'whole'
  readonly rect: Rect
  readonly ground?: Paint
}

// Everything unseen but the one box. Its words too, unless it is shot whole.
const sheet = `
html { background: var(--shot-ground, none) !important }
body { background: none !important }
html.shooting *, html.shooting *::before, html.shooting *::after { visibility: hidden !important; transition: none !important }
html.shooting [data-shot="own"] { visibility: visible !important; color: transparent !important }
html.shooting [data-shot="whole"], html.shooting [data-shot="whole"] * { visibility: visible !important }
html.shooting [data-shot="before"]::before, html.shooting [data-shot="after"]::after { visibility: visible !important }`

const start = `{
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(${JSON.stringify(sheet)})
  window.recapShooting = sheet
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  document.documentElement.classList.add('shooting')
}`
const end = `{
  document.documentElement.style.removeProperty('--shot-ground')
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== window.recapShooting)
  document.documentElement.classList.remove('shooting')
}`

async function mark(session: CDPSession, { box, part }: Shot, on: boolean): Promise<void> {
  const of = box.pseudo === '' ? box : box.parent
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: of?.backendNodeId ?? 0 })
  if (object.objectId === undefined) return
  await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration: on
      ? `function () { this.setAttribute('data-shot', ${JSON.stringify(box.pseudo || part)}) }`
      : `function () { this.removeAttribute('data-shot') }`,
  })
}

/** Pictures of one soft box, before the last is good enough. */
const atMost = 8

/**
 * The picture, in base64. Chrome draws a few points of a soft one a shade lighter now and then (measured: 1,000 of a
 * million by two shades of 256, in 4 pictures of 21), so it is taken until one comes that was there before.
 */
async function capture(session: CDPSession, { rect, ground }: Shot): Promise<string> {
  const large = rect.width * rect.height > largePx
  const seen = new Set<string>()
  for (;;) {
    const { data } = await session.send('Page.captureScreenshot', {
      ...(ground ? { format: 'jpeg', quality } : { format: 'png' }),
      clip: { ...rect, scale: large ? 1 : scale },
      captureBeyondViewport: true,
    })
    if (!large || seen.has(data) || seen.size === atMost) return data
    seen.add(data)
  }
}

/** Pictures of the boxes, in order. Nobody else may use the page meanwhile. */
export async function takeShots(
  session: CDPSession,
  shots: readonly Shot[],
): Promise<readonly PictureFile[]> {
  if (shots.length === 0) return []
  const files: PictureFile[] = []
  await session.send('Emulation.setDefaultBackgroundColorOverride', { color: { r: 0, g: 0, b: 0, a: 0 } })
  await session.send('Runtime.evaluate', { expression: start })
  try {
    for (const shot of shots) {
      const { ground } = shot
      const color = ground ? `#${ground.hex}` : 'none'
      await session.send('Runtime.evaluate', {
        expression: `document.documentElement.style.setProperty('--shot-ground', '${color}')`,
      })
      await mark(session, shot, true)
      files.push({
        bytes: Buffer.from(await capture(session, shot), 'base64'),
        type: ground ? 'jpeg' : 'png',
      })
      await mark(session, shot, false)
    }
  } finally {
    await session.send('Runtime.evaluate', { expression: end })
    await session.send('Emulation.setDefaultBackgroundColorOverride', {})
  }
  return files
}
