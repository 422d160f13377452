// Common turns of phrase, weighed by hand: above zero speaks for a remark. The learned weights come from voices that were
// asked to avoid the usual phrases, so these stand beside them. Add a row to teach the reader a habit.

export type Cue = { readonly pattern: RegExp; readonly weight: number }

/** Evidence inside a bracket or a dash clause. */
export const cues: readonly Cue[] = [
  // a question, an exclamation, a face
  { pattern: /[？?]\s*$/, weight: 2 },
  { pattern: /[？?]./, weight: 1 },
  { pattern: /[！!]\s*$/, weight: 1.5 },
  { pattern: /\p{Extended_Pictographic}|[:;]-?[)(DP]|\^_?\^/u, weight: 2 },
  // the first person
  { pattern: /我|咱|本人|個人|个人(觉得|认为|感觉)/, weight: 2 },
  { pattern: /\b(I|I'(m|d|ll|ve)|me|my|mine|myself|us)\b/, weight: 2 },
  // Chinese: tone, doubt, opinion
  { pattern: /[吗嗎呢吧啊呀啦哈嘛呗]\s*[。？?！!…]*$/, weight: 1.5 },
  {
    pattern: /感觉|感覺|觉得|覺得|好像|似乎|会不会|會不會|有没有|为什么|為什麼|怎么|怎麼/,
    weight: 1.5,
  },
  { pattern: /是不是|[吗嗎][，,]/, weight: 4 },
  {
    pattern:
      /不清楚|不确定|不懂|没懂|没听|沒聽|听不|聽不|存疑|怀疑|理解为|说实话|老实说|难道|居然|竟然|果然|反正|其实/,
    weight: 2,
  },
  {
    pattern:
      /垃圾|离谱|離譜|太水|很水|有点水|有點水|吹|尬|无聊|无语|睡|困|饿|冷|热死|吵|空调|茶歇|午饭|厕所|笑|呵|服了|画饼|忽悠/,
    weight: 2,
  },
  {
    pattern: /回头|回去|记得|待查|要问|问问|去了解|去看|得试|试试|查一下|打听|听说|据说|聽說|據說/,
    weight: 2,
  },
  // English: doubt, opinion, talk about the room, errands
  {
    pattern: /\b(imo|imho|tbh|afaik|iirc|todo|lol|hm+|wow|meh|ugh|huh|wtf|nah|yeah|yep|sure|right)\b/i,
    weight: 2,
  },
  {
    pattern:
      /\b(not (sure|convinced|clear)|unclear|unconvinced|why|really|wonder|maybe|perhaps|probably|suspect|doubt\w*)\b/i,
    weight: 2,
  },
  {
    pattern:
      /\b(ask (him|her|them|about)|should|look up|check (this|that|if|whether)|try (this|it)|steal this|remember)\b/i,
    weight: 1.5,
  },
  {
    pattern:
      /\b(boring|nonsense|hype|buzzword|marketing|sales pitch|painful|awkward|brilliant|clever|lovely|sigh|finally)\b/i,
    weight: 2,
  },
  {
    pattern: /\b(coffee|lunch|room|mic|projector|slides?|queue|asleep|hungry|cold|freezing|seats?)\b/i,
    weight: 1.5,
  },
  { pattern: /^[a-z].*[a-z]{2} .+ .+ .+/, weight: 0.5 },
  // clarifications: an example, a scope, the long form, a figure
  {
    pattern: /^(如|例如|比如|即|也就是|含|包括|指|对标|简称|全称|又称|原|前|约|共|从|截至|不含|按)/,
    weight: -2,
  },
  {
    pattern:
      /^(e\.?g\.?|i\.?e\.?|aka|a\.k\.a\.|see|cf\.?|including|excluding|formerly|short for|per|from|since|up to|about|or|vs\.?)\b/i,
    weight: -2.5,
  },
  { pattern: /\d/, weight: -1.5 },
  { pattern: /^[A-Za-z0-9+./ -]+$/, weight: -0.5 },
]

/** Evidence strong enough to hide a whole sentence that stands in no bracket. */
export const verdicts: readonly RegExp[] = [
  /怎么可以(这样|这么)|垃圾|不如(睡觉|回家)|水活动|浪费时间|不是什么(创新|新|难)|别来了|不来了|再也不/,
  /说实话|老实说|讲真|(^|我)没(太)?听懂|我听不(太)?懂|听困|听睡|我(想我|还是|觉得|感觉|怀疑|认为|也许|或许|得去|要去|打算|准备|宁愿)/,
  /走神|打哈欠|犯困|溜(出去|号)|盒饭|下(回|次)(我|早|别|再|不|还|记得)|我(先把|回去|回头|溜)/,
  /(太|真|好|有点)(水|无聊|尴尬|离谱|敷衍)(了|吧|啊|$)|纯(吹|广告|忽悠)|画大饼|没(什么)?干货|没意思(了|啊|吧|$)/,
  /\b(I|I'd|I'll|I'm|I've) (think|thought|wonder|guess|doubt|suspect|should|want|wish|must|still|nearly|almost|came|leave)\b/,
  /\b(waste of (time|an hour)|snake oil|utter nonsense|pure marketing|sales pitch|nobody (asked|believed)|fell asleep|so boring|walk(ed)? out of)\b/i,
  // doubt and errands, where the line begins with them
  /(?:^|[，。；])我(?:猜|怀疑|不信|不太|想不通|看不懂|记一下|回去|回头|得去|要去|也想|也要|忍不住|差点|真想|好想|服了)/,
  /^(?:没太?(?:听|看|搞)懂|[听看]不懂|感觉|总觉得|怎么感觉|个人(?:觉得|感觉)|有点怀疑|不太(?:懂|信|确定)|说不上来)/,
  /^(?:回头|回去|改天|周末|今晚)(?:要|得|再|找|查|问|看|试|把|先|补|翻)|^(?:记得|别忘|待查|todo\b)/i,
  /(?:好|太|有点|真)(?:困|饿|冷|渴|吵)(?:啊|了|$)|[困冷饿热]死|明年(?:不来|别来|再也)/,
  /^(?:怀疑|要不要跟|有空(?:翻|看|试|问))|^套路/,
  /^(?:still|very|so|deeply) (?:skeptical|sceptical|unconvinced|confused|lost)\b/i,
  // the room, and how it was told
  /^(?:不知道|就这[？?！!。]?$)|(?:讲得|念稿|语速|口音|声音|话筒|字号?|PPT)(?:也|真|太|好|很|有点|实在)*(?:烂|差|快|慢|小|糊|重|催眠|无聊)/,
  /^(?:speaker|presenter|mic|audio|projector|room|wifi|aircon) (?:is|was|keeps|too|so|way)\b|\bway too (?:fast|long|loud|slow|cold|hot)\b/i,
  /^(?:not (?:convinced|sold|impressed)|no numbers|feels like|this is just|same slides?)\b/i,
  /^(?:note to self|remind me|must remember|todo)\b/i,
  /^(?:ask|email|text|ping) (?:him|her|them|[A-Z]\w+) (?:about|for|if|whether|how)\b/i,
  /\bI'm (?:so|not|too|lost|tired|hungry|cold|bored|jealous|sold)\b|\bI (?:don't get|didn't get|can't follow|bet|hope|need to|have to)\b/,
  /\b(?:not sure|no idea) (?:I|what|how|why|if|about)\b/i,
]
