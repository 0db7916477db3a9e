/** The general election with which the source begins: who won there may have held the seat long before. */
const sourceBegins = '1918-12-14'

/** Whether it is known when a seat was won, and not only that it was held by then. [REC5] */
export const isWinKnown = (heldSince: string): boolean => heldSince !== sourceBegins

/** "2010"; "1918 at least" where nobody looked further back. [REC5] */
export const sinceYear = (heldSince: string): string =>
  `${heldSince.slice(0, 4)}${isWinKnown(heldSince) ? '' : ' at least'}`
