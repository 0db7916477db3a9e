/** The constituency that an address names, "/seat/E14000986"; small letters are forgiven. */
export const constituencyIn = (path: string): string =>
  decodeURIComponent(path.split('/')[2] ?? '').toUpperCase()
