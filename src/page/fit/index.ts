// The page's slides → the same slides, none too full: what stands whole shrunk, units measured, split, put into parts.
// Runs before reveal.js lays anything out, after fonts and images are there; decides what fits for every output.
import type { SlideReport } from '../contract.js'
import { setRunFaces } from '../run-faces.js'
import { whileHidden } from '../while-hidden.js'
import { fitAgendas } from './agenda/agenda.js'
import { applySplit, linesIn, reserveMarks } from './apply.js'
import { cutBlocks } from './blocks/cut.js'
import { lineCode } from './blocks/cut-code.js'
import { shrinkFormulas } from './blocks/formulas.js'
import { widenNames } from './blocks/names.js'
import { markPictures, markShapes } from './blocks/shapes.js'
import { fitWidths } from './blocks/widen.js'
import { openMargins, placeRemarks } from './margins.js'
import { numberSlides } from './number-slides.js'
import { usualStep } from './split/cost.js'
import { findUnitSlides, readSteps, setStep } from './split/measure.js'
import { searchWays } from './split/search.js'
import { chooseWays } from './split/split.js'
import { joinPieces } from './texts/carve.js'
import { cutTexts, freePictures } from './texts/cut-texts.js'
import { breakRuns, cutLongTexts } from './texts/long.js'
import { findCauses, tellTroubles } from './trouble.js'
import { turnMarks } from './upright.js'
import { endFacts } from './wholes/end-facts.js'
import { hugText } from './wholes/hug.js'
import { fitWholes } from './wholes/overlong.js'

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
  const steps = whileHidden(root, readSteps)
  // The first size they are measured in: it costs no layout then.
  for (const { section } of findUnitSlides(sections)) setStep(section, usualStep(steps), steps)
  reserveMarks(sections)
  lineCode(root)
  breakRuns(root)
  cutLongTexts(root)
  markPictures(root)
  markShapes(root)
  // What is above asks nothing of the browser, so that it works out the styles of all slides once.
  setRunFaces(root)
  turnMarks(root)
  widenNames(root)
  const floorPx = steps.sizesPx[steps.floorSteps - 1] ?? 24
  const formulas = shrinkFormulas(root, floorPx)
  const wholes = fitWholes(sections)
  cutLongTexts(root)
  hugText(root)
  endFacts(root)
  const all = [...sections, ...wholes.continued.keys()]
  freePictures(findUnitSlides(all), steps)
  openMargins(findUnitSlides(all))
  cutTexts(findUnitSlides(all), steps)
  fitWidths(findUnitSlides(all), steps)
  cutBlocks(findUnitSlides(all), steps)
  const talks = searchWays(findUnitSlides(all), steps)
  const agendas = fitAgendas(sections)
  const reports = new Map(agendas.reports)
  const causes = [...formulas, ...wholes.causes, ...agendas.causes]
  for (const talk of talks)
    chooseWays(talk.map(({ ways }) => ways)).forEach((way, index) => {
      const one = talk[index]?.measured
      if (!one) return
      reports.set(one.slide.section, applySplit(one, way, steps))
      causes.push(...findCauses(one, way, steps))
    })
  joinPieces(root)
  placeRemarks(root)
  numberSlides(root)
  // A slide that a title goes on with is a part of the title's.
  const plannedOf = (section: HTMLElement) => wholes.continued.get(section) ?? section
  const troubles = tellTroubles(causes.map((cause) => ({ ...cause, section: plannedOf(cause.section) })))
  const nextOf = new Map([...wholes.continued].map(([next, title]) => [title, next]))
  return sections.map((section): SlideReport => {
    const whole: SlideReport = {
      id: section.id,
      layout: section.dataset['layout'] ?? '',
      parts: [{ id: section.id, step: 0, fontPx: 0, units: 0, fill: 0, ...linesIn(section) }],
    }
    const report = reports.get(section) ?? whole
    const next = reports.get(nextOf.get(section) ?? section)
    const parts = nextOf.has(section) && next ? [...report.parts, ...next.parts] : report.parts
    return { ...report, parts, ...troubles.get(section) }
  })
}
