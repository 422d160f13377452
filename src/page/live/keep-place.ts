// Where a deck stands, before its slides change → the same slide, or what is nearest to it, afterwards.
import type { RevealApi } from 'reveal.js'

export type KeptPlace = {
  /** Tells reveal.js of the slides there are now and goes to the slide that was shown. */
  readonly restore: () => void
  /** Tells it of slides that are the nodes they were and say something else: no other slide is looked at. */
  readonly tell: (slides: readonly HTMLElement[]) => void
}

/** Remembers the slide by its id, its fragment, and whether the overview is open. */
export function keepPlace(reveal: RevealApi): KeptPlace {
  const before = reveal.getSlides().map(({ id }) => id)
  const id = reveal.getCurrentSlide()?.id ?? ''
  const { f } = reveal.getIndices()
  const overview = reveal.isOverview()
  return {
    tell(slides) {
      for (const slide of slides) {
        // A slide too far to be shown stays unloaded until someone comes near.
        if (slide.style.display === 'none') reveal.syncFragments(slide)
        else reveal.syncSlide(slide)
        // On slides that were shown, as reveal.js has it, all has come.
        if (slide.matches('.past, .past > *'))
          for (const step of slide.querySelectorAll('.fragment')) step.classList.add('visible')
      }
      const { h, v, f: now } = reveal.getIndices()
      if (f !== undefined && f !== now) reveal.navigateFragment(f)
      // It is called otherwise now, and the address is to say so.
      if (reveal.getCurrentSlide()?.id !== id) reveal.slide(h, v, f)
    },
    restore() {
      if (overview) reveal.toggleOverview(false)
      reveal.sync()
      const earlier = before.slice(0, before.indexOf(id) + 1).toReversed()
      // A part that is no more: the slide it was a part of; a slide that is no more: the last one before it that is left.
      const target = [id, id.replace(/-\d+$/, ''), ...earlier]
        .map((one) => (one === '' ? null : document.getElementById(one)))
        .find((one) => one !== null)
      const { h, v } = target ? reveal.getIndices(target) : { h: 0, v: 0 }
      reveal.slide(h, v, target?.id === id ? f : undefined)
      if (overview) reveal.toggleOverview(true)
    },
  }
}
