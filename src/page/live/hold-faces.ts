// Style sheets that are about to change → their faces, loaded already: a sheet's own faces are loaded only once it stands in the
// page, and until then there would be no letters on the slide.

export type HeldFaces = {
  /** Has the page draw with them, whatever its sheets say. */
  readonly lend: () => void
  /** Leaves it to the sheets again, once those have loaded theirs. */
  readonly giveBack: () => Promise<void>
}

function faceOf(rule: CSSFontFaceRule): FontFace {
  const read = (name: string) => rule.style.getPropertyValue(name)
  const given = (name: string, value: string) => (value === '' ? {} : { [name]: value })
  return new FontFace(read('font-family').replace(/^["']|["']$/g, ''), read('src'), {
    ...given('style', read('font-style')),
    ...given('weight', read('font-weight')),
    ...given('unicodeRange', read('unicode-range')),
    ...given('sizeAdjust', read('size-adjust')),
    ...given('ascentOverride', read('ascent-override')),
    ...given('descentOverride', read('descent-override')),
    ...given('lineGapOverride', read('line-gap-override')),
  })
}

/** Loads the faces of the sheets beside the page's own. One that cannot be loaded is left to its sheet. */
export async function holdFaces(sheets: readonly string[]): Promise<HeldFaces> {
  const loading = sheets.flatMap((css) => {
    if (!css.includes('@font-face')) return []
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    return [...sheet.cssRules].flatMap((rule) =>
      rule instanceof CSSFontFaceRule
        ? faceOf(rule)
            .load()
            .catch(() => [])
        : [],
    )
  })
  const faces = (await Promise.all(loading)).flat()
  return {
    lend() {
      for (const face of faces) document.fonts.add(face)
    },
    async giveBack() {
      if (faces.length === 0) return
      await Promise.all([...document.fonts].map((face) => face.load().catch(() => undefined)))
      for (const face of faces) document.fonts.delete(face)
    },
  }
}
