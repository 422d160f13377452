// A line → its dash clauses and its sentences, each with its place.

export type Span = {
  readonly start: number
  readonly end: number
  /** What stands inside, without spaces around it. */
  readonly inner: string
}

export type Clause = Span & { readonly dash: string }

const dashes = /——|—|(?<=\s)[–-](?=\s)/g

/** Stands for a letter that has been taken out already, so that places stay what they were. */
export const blank = '\ue000'

/** The line with stretches of it, given in order, blanked. */
export function blankOut(line: string, stretches: readonly { start: number; end: number }[]): string {
  let left = ''
  let from = 0
  for (const { start, end } of stretches) {
    left += line.slice(from, start) + blank.repeat(Math.max(0, end - Math.max(start, from)))
    from = Math.max(from, end)
  }
  return left + line.slice(from)
}

/** What is left of a stretch when the blanks are gone. */
export const bare = (text: string): string => text.replaceAll(blank, '').trim()

/** The clauses that begin with a dash, each up to the next dash or the line's end; `start` is the dash's own place. */
export function dashClauses(line: string): readonly Clause[] {
  const found = [...line.matchAll(dashes)].filter(
    (dash, index) => index > 0 || line.slice(0, dash.index).trim() !== '',
  )
  return found.map((dash, index) => {
    const end = found[index + 1]?.index ?? line.length
    return {
      start: dash.index,
      end,
      inner: bare(line.slice(dash.index + dash[0].length, end)),
      dash: dash[0],
    }
  })
}

/** The sentences of a line. Emphasis or code that spans them would be torn; such a line is one sentence. */
export function sentencesOf(line: string): readonly Span[] {
  const whole = /\*\*|__|`/.test(line)
  const texts = whole ? [line] : (line.match(/[^。！？!?]+[。！？!?]*(?:\s|$)?|[。！？!?]+/g) ?? [line])
  let start = 0
  return texts.map((text) => {
    const end = start + text.length
    const sentence = { start, end, inner: bare(text) }
    start = end
    return sentence
  })
}

const attribution =
  /(?:——|—|–|-)\s*(?:[王李张張刘劉陈陳杨楊黄黃赵趙周吴吳徐孙孫马馬朱胡郭何林罗羅高郑鄭梁谢謝宋唐许許邓鄧冯馮韩韓曹曾彭蔡潘田董袁于余叶葉蒋蔣杜苏蘇魏程吕呂丁沈任姚卢盧傅钟鍾姜崔谭譚廖范汪陆陸金石戴贾賈韦韋夏邱方侯邹鄒熊孟秦白江阎段雷史龙龍陶贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武莫孔向汤湯][\p{Script=Han}]{1,2}|[A-Z][\p{Script=Latin}'’.-]+(?: [A-Z][\p{Script=Latin}'’.-]+){1,3})\s*$/u

/** Whether the line ends by naming whose words it is: “—— 李彦宏”, “— Ada Lovelace”. */
export const isAttributed = (line: string): boolean => attribution.test(line.slice(-60))
