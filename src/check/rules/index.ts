// THE SHELF of checks, in the order they are reported.
import type { Rule } from '../rule.js'
import { overflow } from './overflow.js'
import { remarkLeak } from './remark-leak.js'

export const rules: readonly Rule[] = [remarkLeak, overflow]
