// The page's slides → the same slides, none too full: what stands whole shrunk, units measured, split, put into parts.
// Runs before reveal.js lays anything out, after fonts and images are there; decides what fits for every output.
import type { SlideReport } from '../contract.js'
import { fitAgendas } from './agenda.js'
import { applySplit } from './apply.js'
import { cutBlocks } from './cut.js'
import { shrinkFormulas } from './formulas.js'
import { hugText } from './hug.js'
import { breakRuns, cutLongPoints } from './long.js'
import { findUnitSlides, isKept, measureSlides, readSteps } from './measure.js'
import { markPictures, markShapes } from './shapes.js'
import { shrinkSlides } from './shrink.js'
import { keepUnits, splitUnits } from './split.js'
import { fitWidths } from './widen.js'

/** A picture the browser cannot draw becomes its words, as one that is not there does. */
function replaceBroken(image: HTMLImageElement): void {
  if (image.naturalWidth > 0 || image.alt === '') return
  const caption = image.closest('figure')?.querySelector('figcaption')
  if (caption?.textContent.trim() === image.alt.trim()) caption.remove()
  const words = document.createElement('span')
  words.className = 'lost-image'
  words.textContent = image.alt
  image.replaceWith(words)
}

/**
 * Waits for all faces and images. Every face in the page is one the deck needs, so all are loaded at once and before
 * anything is laid out: left to itself, the browser would lay the deck out in a stand-in face first.
 */
export async function awaitContent(root: ParentNode): Promise<void> {
  const images = [...root.querySelectorAll('img')].map((image) =>
    image.decode().catch(() => replaceBroken(image)),
  )
  const faces = [...document.fonts].map((face) => face.load().catch(() => undefined))
  await Promise.all([...faces, ...images])
}

/** Fits all slides under `root`. The page must show them as plain boxes meanwhile (html.fitting). */
export function fitSlides(root: HTMLElement): readonly SlideReport[] {
  const sections = [...root.querySelectorAll<HTMLElement>('section[data-layout]')]
  cutLongPoints(root)
  breakRuns(root)
  markPictures(root)
  markShapes(root)
  shrinkFormulas(root)
  const { small, tooLarge } = shrinkSlides(sections)
  hugText(root)
  const steps = readSteps()
  fitWidths(findUnitSlides(root), steps)
  cutBlocks(findUnitSlides(root), steps)
  const measured = measureSlides(findUnitSlides(root), steps)
  const reports = new Map(fitAgendas(sections))
  const splits = measured.map((one) => {
    const { units, box } = one
    const stepCount = box.gapPx.length
    const kept = isKept(one.slide) ? keepUnits(units, stepCount, box) : undefined
    return { one, split: kept ?? splitUnits(units, stepCount, box) }
  })
  for (const { one, split } of splits) reports.set(one.slide.section, applySplit(one, split, steps))
  return sections.map((section): SlideReport => {
    const whole: SlideReport = {
      id: section.id,
      layout: section.dataset['layout'] ?? '',
      parts: [{ id: section.id, step: 0, fontPx: 0, units: 0, fill: 0 }],
    }
    const report = reports.get(section) ?? whole
    if (tooLarge.has(section)) return { ...report, trouble: 'overflow' }
    return small.has(section) && !report.trouble ? { ...report, trouble: 'shrunk' } : report
  })
}
