// The shape of a language's cues: the words of each class, with spaces between them.
export type WordClasses = Readonly<Record<string, string>>
