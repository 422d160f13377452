// Lists in what a rule is for become a selector each where that means the same, and stay where it does not.
import { expect, it } from 'vitest'
import { openLists } from '../../src/deck/open-lists.js'

it.each([
  ['tags', '.slide :is(th, td) {a:b}', '.slide th,.slide td{a:b}'],
  [
    'what follows the list',
    '.unit :is(th, td):not(:first-child){}',
    '.unit th:not(:first-child),.unit td:not(:first-child){}',
  ],
  [
    'classes and attributes, which weigh the same',
    ':is(.a, [b="c, d"])::before{}',
    '.a::before,[b="c, d"]::before{}',
  ],
  ['one of several selectors', '.a > p, .b > :is(.c, .d){}', '.a > p,.b > .c,.b > .d{}'],
  ['selectors with ancestors, alone', ':is(.a .b, .c .d){}', '.a .b,.c .d{}'],
  ['rules in other rules', '@media print{.a{:is(p, b){}}}', '@media print{.a{p,b{}}}'],
])('opens %s', (_, css, opened) => {
  expect(openLists(css)).toBe(opened)
})

it.each([
  ['parts weigh differently', '.slide :is(h1, .title){}'],
  ['the list is not what the rule is for', '.slide :is(.a, .b) > p{}'],
  ['more is said of the same element', 'p:is(.a, .b){}'],
  ['ancestors may stand outside', '.x :is(.a .b, .c .d){}'],
  ['a part says more than names', ':is(.a:hover, .b:focus){}'],
  ['it is a string', '.a::before{content:"{:is(p, b){"}'],
  ['it is a condition', '@supports selector(:is(a, b)){.c{}}'],
])('leaves a list where %s', (_, css) => {
  expect(openLists(css)).toBe(css)
})
