/** Small letters without accents, apostrophes and hyphens: "Ynys Môn" is found by "ynys mon", "O'Hara" by "o’hara". */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\p{Mark}'’‘]/gu, '')
    .replaceAll(/\p{Dash_Punctuation}/gu, ' ')
    .toLowerCase()

/** What somebody searches for, word by word. */
export const wordsIn = (text: string): string[] => plain(text).split(/\s+/).filter(Boolean)

/** Whether a name has all that is searched for in it, in whatever order. */
export const isFound = (words: readonly string[], name: string): boolean =>
  words.every((word) => plain(name).includes(word))
