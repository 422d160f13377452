// TeX → its signs and groups one after another, each with about the width it is drawn in: enough to see what is wider than a
// line, and where that may be broken. What is not known here is a sign like others, and nothing is lost.

import { type Role, readSign } from './math-signs.js'

export type Piece = {
  readonly role: Role
  /** About how wide it is drawn, its exponents and indices included. */
  readonly em: number
  /** All of it, if it is no group; else what stands after it: spaces, exponents, indices. */
  readonly tex: string
  readonly group?: Group
}
export type Group = {
  readonly kind: 'fraction' | 'fence' | 'root' | 'braces' | 'environment'
  /** What stands before, between and after its bodies: one more than those. */
  readonly frame: readonly string[]
  readonly bodies: readonly (readonly Piece[])[]
}

const token = /\\[a-zA-Z]+\*?|\\[\s\S]|\s+|[\s\S]/gu
const scriptRatio = 0.7
/** Em: a bar's ends, a fence's two signs, a root's sign. */
const frameEm = { fraction: 0.3, fence: 0.9, root: 1, braces: 0, environment: 0.6 }

const toSign = (tex: string): Piece => ({ ...readSign(tex), tex })

/** About how wide a line of them is, em. */
export const widthOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { em }) => sum + em, 0)

export function writeTex(pieces: readonly Piece[]): string {
  const write = ({ group, tex }: Piece) => {
    if (!group) return tex
    const bodies = group.bodies.map((body, at) => writeTex(body) + (group.frame[at + 1] ?? ''))
    return (group.frame[0] ?? '') + bodies.join('') + tex
  }
  return pieces.map(write).join('')
}

/** A group with its width: the widest body's, or row's in an environment. */
export function toGroup(group: Group, tex = '', afterEm = 0): Piece {
  const rowsEm = group.bodies.flatMap((body) => {
    const rows = [0]
    for (const piece of body) {
      if (piece.tex.startsWith('\\\\') && !piece.group) rows.push(0)
      rows[rows.length - 1] = (rows.at(-1) ?? 0) + piece.em
    }
    return rows
  })
  return { role: 'sign', tex, group, em: Math.max(...rowsEm) + frameEm[group.kind] + afterEm }
}

/** Reads all of it; a brace that is missing is nobody's business here. */
export function readTex(tex: string): readonly Piece[] {
  const tokens = tex.match(token) ?? []
  let at = 0
  const next = () => tokens[at++] ?? ''
  const spaces = () => (/^\s/.test(tokens[at] ?? '') ? next() : '')
  const readList = (end?: string): readonly Piece[] => {
    const list: Piece[] = []
    while (at < tokens.length && tokens[at] !== end) {
      const isScript = /^[_^']$/.test(tokens[at] ?? '')
      if (!isScript && !/^\s/.test(tokens[at] ?? '')) list.push(readPiece())
      else {
        const [sign, last] = [next(), list.pop() ?? toSign('')]
        const script = /^[_^]$/.test(sign) ? readArgument() : []
        const em = last.em + scriptRatio * widthOf(script)
        list.push({
          ...last,
          em,
          tex: `${last.tex}${sign}${script.length > 0 ? `{${writeTex(script)}}` : ''}`,
        })
      }
    }
    return list
  }
  const readBraces = (): readonly Piece[] => {
    next()
    const list = readList('}')
    next()
    return list
  }
  const readArgument = (): readonly Piece[] => {
    spaces()
    return tokens[at] === '{' ? readBraces() : [readPiece()]
  }
  const readRaw = (end: string): string => {
    let raw = next()
    while (at < tokens.length && !raw.endsWith(end)) raw += next()
    return raw
  }
  /** A command and what it is told in braces, which is not looked into. */
  const readCommand = (name: string): Piece => {
    let [raw, em] = [name, 0]
    while (/^\\[a-zA-Z]/.test(name) && (tokens[at] === '{' || tokens[at] === '[')) {
      const told = tokens[at] === '{' ? readBraces() : undefined
      raw += told ? `{${writeTex(told)}}` : readRaw(']')
      em = told ? widthOf(told) : em
    }
    const sign = toSign(name)
    return raw === name ? sign : { ...sign, tex: raw, em: Math.max(sign.em, em) }
  }
  const readPiece = (): Piece => {
    if (tokens[at] === '{') return toGroup({ kind: 'braces', frame: ['{', '}'], bodies: [readBraces()] })
    const name = next()
    if (/^\\[dtc]?frac$/.test(name)) {
      const bodies = [readArgument(), readArgument()]
      return toGroup({ kind: 'fraction', frame: [`${name}{`, '}{', '}'], bodies })
    }
    if (name === '\\sqrt') {
      const index = tokens[at] === '[' ? readRaw(']') : ''
      return toGroup({ kind: 'root', frame: [`${name}${index}{`, '}'], bodies: [readArgument()] })
    }
    if (name === '\\left') {
      const open = `${name}${spaces()}${next()}`
      const bodies = [readList('\\right')]
      const close = `${next()}${spaces()}${next()}`
      return toGroup({ kind: 'fence', frame: [open, close], bodies })
    }
    if (name === '\\begin') {
      const open = `${name}${readRaw('}')}`
      const bodies = [readList('\\end')]
      return toGroup({ kind: 'environment', frame: [open, `${next()}${readRaw('}')}`], bodies })
    }
    return readCommand(name)
  }
  return readList()
}
