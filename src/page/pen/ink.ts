// What was drawn on each slide, as an SVG that lies in it: sharp at any size, and it goes wherever the slide goes.

const svgName = 'http://www.w3.org/2000/svg'

export type Ink = {
  /** A new stroke on the slide; what comes back gives it its outline, again and again while it grows. */
  readonly begin: (section: HTMLElement, color: string) => (outline: string) => void
  readonly undo: (section: HTMLElement) => void
  readonly clear: (section: HTMLElement) => void
  /** Puts the ink back on slides that were made anew under the same id. */
  readonly restore: () => void
}

/** Ink for slides of the canvas’s size, in px. */
export function makeInk(width: number, height: number): Ink {
  const sheets = new Map<string, SVGSVGElement>()
  const sheetOf = (section: HTMLElement): SVGSVGElement => {
    const sheet = sheets.get(section.id) ?? document.createElementNS(svgName, 'svg')
    sheet.setAttribute('viewBox', `0 0 ${width} ${height}`)
    sheet.setAttribute('aria-hidden', 'true')
    sheet.classList.add('ink')
    sheets.set(section.id, sheet)
    if (sheet.parentElement !== section) section.append(sheet)
    return sheet
  }
  return {
    begin(section, color) {
      const path = document.createElementNS(svgName, 'path')
      path.style.fill = color
      sheetOf(section).append(path)
      return (outline) => path.setAttribute('d', outline)
    },
    undo: ({ id }) => sheets.get(id)?.lastElementChild?.remove(),
    clear: ({ id }) => sheets.get(id)?.replaceChildren(),
    restore() {
      for (const [id, sheet] of sheets) {
        const section = document.getElementById(id)
        if (section && sheet.parentElement !== section) section.append(sheet)
      }
    },
  }
}
