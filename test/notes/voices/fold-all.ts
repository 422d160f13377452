// Every Traditional letter → its Simplified form, by OpenCC: what weights are fitted to. The reader ships only some.
import * as OpenCC from 'opencc-js'

const convert = OpenCC.Converter({ from: 't', to: 'cn' })
export const allFolds: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 0x9fff - 0x3400 + 1 }, (_, index) => String.fromCodePoint(0x3400 + index)).flatMap(
    (letter) => {
      const simple = convert(letter)
      return simple === letter || simple.length !== 1 ? [] : [[letter, simple] as const]
    },
  ),
)

export const foldAll = (text: string): string =>
  text.replace(/[\u3400-\u9fff]/g, (letter) => allFolds.get(letter) ?? letter)
