// A click shows a slide large; the arrow keys go on to the next, Esc or a click ends it.
const dialog = document.querySelector('dialog')
const large = dialog.querySelector('img')
const small = [...document.querySelectorAll('.slides img')]
let shown = 0
const show = (index) => {
  shown = (index + small.length) % small.length
  large.src = small[shown].src
  large.alt = small[shown].alt
}
small.forEach((image, index) => {
  image.parentElement.addEventListener('click', () => {
    show(index)
    dialog.showModal()
  })
})
dialog.addEventListener('click', () => dialog.close())
dialog.addEventListener('keydown', ({ key }) => {
  if (key === 'ArrowRight' || key === 'ArrowDown' || key === ' ') show(shown + 1)
  if (key === 'ArrowLeft' || key === 'ArrowUp') show(shown - 1)
})
