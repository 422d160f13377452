// Japanese words in classes, few: who mutters, and what people mutter of; what explains.
import type { WordClasses } from './word-classes.js'

export const ja: WordClasses = {
  self: 'わたし 私 僕 俺 うち うちの 自分 弊社',
  room: '寒い 暑い 眠い 腹減った お腹 昼ごはん 弁当 コーヒー マイク 席 電池 充電 隣の人 トイレ',
  errand: '聞いてみる 調べる 送る 後で あとで 忘れずに 要確認 試す 試してみる 読む 買う',
  doubt:
    'かな かも かもしれない だろうか でしょうか なぜ 本当 ほんと 思う 気がする わからない 怪しい どうして か？',
  scorn:
    '笑 草 すごい ひどい つまらない 微妙 やばい うまい さすが 残念 なるほど うーん だよね じゃん よね ですよね',
  formal:
    'すなわち 例えば など 以上 以下 約 平均 含む 除く 税込 税抜 旧 現 または および 年間 当時 出典 参照',
}
