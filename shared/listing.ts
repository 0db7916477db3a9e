/** "Tamworth", "Tamworth and Selby", "Tamworth, Selby and Wakefield". */
export const and = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
