import type { Board } from '@night/shared/board'
import type { NightEvent } from '@night/shared/event'
import { backWinner } from './rules/correction.ts'
import type { News } from './rules/news.ts'

/** The ids under which a device may have been told of what an event is about, and how others begin. */
export type Touched = { readonly ids: readonly string[]; readonly beginnings: readonly string[] }

export const beginsWithOne = (id: string, beginnings: readonly string[]): boolean =>
  beginnings.some((beginning) => id.startsWith(beginning))

/** What an event is about, on the board before it. */
export const touchedBy = (event: NightEvent, news: readonly News[], before: Board): Touched => ({
  ids: idsOf(event, news, before),
  beginnings: beginningsOf(event, news),
})

/** Where the place in the log is in the id, it is not known any more. */
const beginningsOf = (event: NightEvent, news: readonly News[]): string[] => {
  const isWinner = event.kind === 'withdrawn' && event.revision === 0
  return [
    ...(isWinner ? [backWinner(event.constituency.id)] : []),
    ...news.flatMap(({ takesBack }) => (takesBack ? [takesBack.said, takesBack.own] : [])),
  ]
}

const idsOf = (event: NightEvent, news: readonly News[], before: Board): string[] => {
  const own = news.map(({ message }) => message.id)
  if (!('constituency' in event) || event.constituency === null) return own
  const seat = event.constituency.id
  const revision = 'revision' in event ? event.revision : 1
  const revisions = Array.from({ length: revision }, (_, place) => place + 1)
  const of = revisions.flatMap((number) => [`decl-${seat}-${number}`, `void-${seat}-${number}`])
  return [...new Set([...winnersOf(seat, before), ...of, ...own])]
}

/** The first winner's id, and that of a later one, which has its place in the log. */
const winnersOf = (id: string, { seatsById }: Board): string[] => {
  const seat = seatsById[id]
  const later = seat?.flash?.seq ?? seat?.withdrawn?.replaces
  return later === undefined ? [`flash-${id}`] : [`flash-${id}`, `flash-${id}-${later}`]
}
