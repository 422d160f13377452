// Runs in another language than the words around them → the faces of their own language. A family is inherited as the
// list of faces it stood for, so that without this the ’ of an English run would come, full-width, from the Chinese face.

const roles = ['text', 'strong', 'display', 'label', 'numeral', 'remark', 'code']
const plain = (list: string) => list.replace(/["'\s]/g, '')

/** The faces a run has in its own language, for the role whose faces stand around it. */
function translate(around: CSSStyleDeclaration, own: CSSStyleDeclaration): string | undefined {
  const family = plain(around.fontFamily)
  const role = roles.find((name) => plain(around.getPropertyValue(`--f-${name}`)) === family)
  return role && own.getPropertyValue(`--f-${role}`)
}

/** Sets the faces of every run under `root` that is marked with a language of its own. */
export function setRunFaces(root: ParentNode): void {
  const runs = [...root.querySelectorAll<HTMLElement>('.slide span[lang]')]
  const known = new Map<string, string | undefined>()
  // All is read before anything is written, so that the page is styled once.
  const found = runs.map((run) => {
    if (!run.parentElement) return undefined
    const around = getComputedStyle(run.parentElement)
    const key = `${run.lang} ${around.fontFamily}`
    if (!known.has(key)) known.set(key, translate(around, getComputedStyle(run)))
    return known.get(key)
  })
  runs.forEach((run, index) => {
    const faces = found[index]
    if (faces !== undefined) run.style.fontFamily = faces
  })
}
