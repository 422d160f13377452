// Turns the bytes of a tar archive into its regular files. Folders are dropped and only base names kept, so that
// nothing can be written outside the folder the caller chooses. Format: POSIX ustar, blocks of 512 bytes.

const BLOCK = 512

export type TarFile = { readonly name: string; readonly content: Uint8Array }

/** @throws Error when the archive is cut short. */
export function readTar(archive: Uint8Array): readonly TarFile[] {
  const files: TarFile[] = []
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0; ) {
    const size = Number.parseInt(textAt(archive, at + 124, 12), 8)
    const type = textAt(archive, at + 156, 1)
    const start = at + BLOCK
    if (!Number.isFinite(size) || start + size > archive.length) throw new Error('the archive is cut short')
    const name = textAt(archive, at, 100).split('/').at(-1) ?? ''
    if ((type === '0' || type === '') && name !== '') {
      files.push({ name, content: archive.subarray(start, start + size) })
    }
    at = start + Math.ceil(size / BLOCK) * BLOCK
  }
  return files
}

function textAt(archive: Uint8Array, start: number, length: number): string {
  const field = archive.subarray(start, start + length)
  const end = field.indexOf(0)
  return new TextDecoder().decode(end === -1 ? field : field.subarray(0, end)).trim()
}
