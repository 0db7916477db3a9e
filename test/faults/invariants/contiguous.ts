import { type Invariant, type LineOf, type Night, type Violation, viewsOf } from '../reading.ts'

/** I4: a client has each event once and in order, without a hole, and at the end all of the log. */
export const contiguous: Invariant = ({ nights }) =>
  nights.flatMap((night) =>
    [...viewsOf(night)].flatMap(([client, view]) =>
      [...inOrder(view), ...toTheEnd(night, view)].map(({ words, at }): Violation => ({
        invariant: 'I4',
        words: `${night.name}: ${client} ${words}`,
        at,
      })),
    ),
  )

type View = readonly LineOf<'recv' | 'reset'>[]
type Found = Pick<Violation, 'words' | 'at'>

const inOrder = (view: View): Found[] =>
  view.flatMap(({ kind, seq, at }, place) => {
    const held = view[place - 1]?.seq ?? 0
    if (kind === 'reset' || seq === held + 1) return []
    const words =
      seq <= held
        ? `was sent event ${seq} when it had come to event ${held}`
        : `was sent event ${seq} after event ${held}; what is between is missing`
    return [{ words, at }]
  })

const toTheEnd = ({ log }: Night, view: View): Found[] => {
  const last = view.at(-1)
  const end = log.at(-1)
  if (!last || !end || (last.seq === end.seq && last.hash === end.hash)) return []
  const words =
    last.seq === end.seq
      ? `ends with another event ${last.seq} than the log`
      : `ends at event ${last.seq}, the log at event ${end.seq}`
  return [{ words, at: last.at }]
}
