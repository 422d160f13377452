// A file's bytes → its text: UTF-8 (or UTF-16 by its mark), one kind of line end, no control characters.
import { open } from 'node:fs/promises'
import { errnoOf } from '../shared/files.js'
import { DeckError, type Problem } from '../shared/problem.js'

/** Notes larger than this are refused before they are read: no conference fills ten megabytes. */
export const maxNotesBytes = 10_000_000

const openHints: Readonly<Record<string, string>> = {
  ENOENT: 'Check the spelling; the path is taken from the folder you are in.',
  EACCES: 'You may not read it: change its permissions.',
  ENOTDIR: 'A part of that path is a file, not a folder.',
}

/** Reads a notes file. Throws DeckError when it is missing, a folder, not a regular file, or over 10 MB. */
export async function readNotesBytes(file: string): Promise<Uint8Array> {
  try {
    await using handle = await open(file, 'r')
    const facts = await handle.stat()
    if (facts.isDirectory()) {
      throw new DeckError({
        code: 'notes/is-folder',
        message: `“${file}” is a folder, not a notes file.`,
        hint: 'Name the Markdown file inside it, for example recap build talk.md.',
        at: { file },
      })
    }
    if (!facts.isFile()) {
      throw new DeckError({
        code: 'notes/not-a-file',
        message: `“${file}” is not a regular file.`,
        hint: 'Give the path of a Markdown file.',
        at: { file },
      })
    }
    if (facts.size > maxNotesBytes) {
      throw new DeckError({
        code: 'notes/too-large',
        message: `“${file}” has ${facts.size} bytes; the limit is ${maxNotesBytes}.`,
        hint: 'Split the notes into several files.',
        at: { file },
      })
    }
    return await handle.readFile()
  } catch (cause) {
    if (cause instanceof DeckError) throw cause
    const errno = errnoOf(cause) ?? 'unknown error'
    throw new DeckError(
      {
        code: 'notes/not-read',
        message:
          errno === 'ENOENT' ? `There is no file “${file}”.` : `“${file}” could not be read (${errno}).`,
        hint: openHints[errno] ?? 'Check that the file is there and that you may read it.',
        at: { file },
      },
      { cause },
    )
  }
}

/** The offset of the first byte at which the bytes stop being UTF-8. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  const isUtf8 = (end: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true })
      return true
    } catch {
      return false
    }
  }
  while (good < bad) {
    const middle = Math.ceil((good + bad) / 2)
    if (isUtf8(middle)) good = middle
    else bad = middle - 1
  }
  return good
}

/**
 * The text of the bytes: a byte-order mark is obeyed and dropped, line ends become `\n`, control characters go with a
 * warning. Throws DeckError `notes/not-utf8` with the byte offset when they are not valid text.
 */
export function decodeNotes(bytes: Uint8Array, file: string): { text: string; problems: Problem[] } {
  const marked = (first: number, second: number) => bytes[0] === first && bytes[1] === second
  const encoding = marked(0xff, 0xfe) ? 'utf-16le' : marked(0xfe, 0xff) ? 'utf-16be' : 'utf-8'
  let decoded: string
  try {
    decoded = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (cause) {
    const where = encoding === 'utf-8' ? ` at byte ${firstBadByte(bytes)}` : ''
    throw new DeckError(
      {
        code: 'notes/not-utf8',
        message: `“${file}” is not valid ${encoding.toUpperCase()}${where}.`,
        hint: `Save it as UTF-8. From GBK: iconv -f GBK -t UTF-8 "${file}" > utf8.md`,
        at: { file },
      },
      { cause },
    )
  }
  const lines = decoded.replace(/\r\n?/g, '\n')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const text = lines.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '')
  const dropped = lines.length - text.length
  if (dropped === 0) return { text, problems: [] }
  const problem: Problem = {
    code: 'notes/control-characters',
    severity: 'warning',
    message: `${dropped} control character${dropped === 1 ? ' was' : 's were'} dropped.`,
    at: { file },
  }
  return { text, problems: [problem] }
}
