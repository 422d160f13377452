// A slide whose body is a list of units, which are measured and may go on overleaf.

export type UnitsSlide = {
  readonly section: HTMLElement
  readonly body: HTMLElement
  readonly units: readonly HTMLElement[]
}
