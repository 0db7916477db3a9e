type Scrolled = {
  readonly count: number
  /** Pixels, like all heights here. */
  readonly rowHeight: number
  readonly top: number
  readonly height: number
}

type Window = {
  readonly first: number
  /** Behind the last. */
  readonly end: number
  /** Of all rows, drawn or not. */
  readonly whole: number
  /** Of the rows before the first that is drawn. */
  readonly before: number
}

/** Rows beyond either edge, so that a quick scroll shows no hole. */
const beyond = 10

/** Which rows of a long table have to be drawn. [DSK5] */
export const windowOf = ({ count, rowHeight, top, height }: Scrolled): Window => {
  const first = Math.max(0, Math.min(count, Math.floor(top / rowHeight)) - beyond)
  const end = Math.min(count, Math.ceil((top + height) / rowHeight) + beyond)
  return { first, end, whole: count * rowHeight, before: first * rowHeight }
}

/** How far to scroll so that a row is seen whole, and no further than needed. [DSK5] */
export const topThatShows = (place: number, { rowHeight, top, height }: Scrolled): number => {
  const from = place * rowHeight
  if (from < top) return from
  return Math.max(top, from + rowHeight - height)
}
