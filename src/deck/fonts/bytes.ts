// The two ways the font files here are read and written: a big-endian view of bytes, and a sink that grows.

/** A view over exactly these bytes, whatever buffer they lie in. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Collects big-endian numbers and bytes, in order. */
export type ByteSink = {
  readonly u8: (value: number) => void
  readonly u16: (value: number) => void
  readonly i16: (value: number) => void
  readonly u32: (value: number) => void
  readonly add: (bytes: Uint8Array) => void
  /** Fills with zeros up to the next multiple of four, as font tables must be. */
  readonly pad4: () => void
  readonly size: () => number
  readonly bytes: () => Uint8Array
}

/** A new, empty sink; `expected` is the size in bytes it makes room for at first. */
export function makeSink(expected = 1024): ByteSink {
  let room = new Uint8Array(expected)
  let view = viewOf(room)
  let end = 0
  const advance = (count: number): number => {
    const at = end
    end += count
    if (end > room.length) {
      const wider = new Uint8Array(Math.max(2 * room.length, end))
      wider.set(room)
      room = wider
      view = viewOf(room)
    }
    return at
  }
  return {
    // The room may move while advancing, so the place is taken before the view is read.
    u8: (value) => {
      const at = advance(1)
      view.setUint8(at, value)
    },
    u16: (value) => {
      const at = advance(2)
      view.setUint16(at, value)
    },
    i16: (value) => {
      const at = advance(2)
      view.setInt16(at, value)
    },
    u32: (value) => {
      const at = advance(4)
      view.setUint32(at, value)
    },
    add: (bytes) => {
      const at = advance(bytes.length)
      room.set(bytes, at)
    },
    pad4: () => {
      advance((4 - (end % 4)) % 4)
    },
    size: () => end,
    bytes: () => room.slice(0, end),
  }
}

/** Everything one after another. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const sink = makeSink(parts.reduce((sum, part) => sum + part.length, 0))
  for (const part of parts) sink.add(part)
  return sink.bytes()
}
