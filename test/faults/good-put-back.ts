import type { NightEvent } from '@night/shared/event'
import { present } from '../support/present.ts'
import { contentOf } from './content.ts'
import { idOf, submitLine } from './good-door.ts'
import { type Plan, tell } from './good-history.ts'
import { run, timesOf } from './good-lines.ts'
import { chainedAnew } from './good-told.ts'
import type { HistoryLine } from './history.ts'
import { noteAfter } from './mutations/of-the-log.ts'
import { isResult } from './reading.ts'

const kept = 4

type Again = {
  readonly night: string
  /** What was sent anew, and what it was in the log that was rolled back: the note was nothing there. */
  readonly came: readonly { readonly event: NightEvent; readonly id: string }[]
  readonly t: number
}

/**
 * The same run, and when it was over the live night was put back to its fourth event: a note comes first, all else is
 * sent again but the last, and everybody starts afresh.
 */
export const tellPutBack = (plan: Plan): HistoryLine[] => {
  const { log, definition } = plan.live
  const before = tell(plan)
  const night = definition.id
  const t = Math.max(...before.map((line) => line.t)) + 1000
  const head = present(log[kept - 1])
  const rest = log.slice(kept, -1)
  const put = chainedAnew([...log.slice(0, kept), noteAfter(head), ...rest])
  const ids = ['anew', ...rest.map(({ seq }) => idOf(night, seq))]
  const came = put.slice(kept).map((event, place) => ({ event, id: present(ids[place]) }))
  const asOf = present(timesOf(log)[kept]) - 400
  const { seq, hash } = head
  return [
    ...before,
    { ...run(t), kind: 'fault-start', fault: 'rollback', of: 'the house' },
    { ...run(t), kind: 'restored', night, seq, hash, asOf },
    { ...run(t), kind: 'fault-end', fault: 'rollback', of: 'the house' },
    ...sentAgain({ night, came, t: t + 1 }),
    ...[1, 2, 3].flatMap((place) => seenAgain({ night, came, t: t + 1000 }, head, place)),
    ...['phone-1', 'phone-2'].flatMap((device) => toldAgain({ night, came, t: t + 1000 }, device)),
    { ...run(t + 2000), kind: 'final', night, mode: 'live', events: put, waiting: 0 },
  ]
}

const sentAgain = ({ night, came, t }: Again): HistoryLine[] =>
  came.flatMap(({ event, id }): HistoryLine[] => {
    const content = contentOf(event)
    return content === null
      ? []
      : [submitLine({ night, id, t }, content), { ...run(t), kind: 'ack', night, id }]
  })

const seenAgain = ({ night, came, t }: Again, { seq, hash }: NightEvent, place: number) => {
  const seen = { ...run(t), role: 'screen', night, client: `live-screen-${place}` } as const
  return [
    { ...seen, kind: 'reconnect' } as const,
    { ...seen, kind: 'reset', seq, hash, afresh: true } as const,
    ...came.map(
      ({ event }) => ({ ...seen, kind: 'recv', seq: event.seq, hash: event.hash }) as const,
    ),
  ]
}

const toldAgain = ({ night, came, t }: Again, device: string): HistoryLine[] =>
  came.flatMap(({ event }): HistoryLine[] => {
    if (!isResult(event) && event.kind !== 'withdrawn') return []
    const { kind, seq, constituency, revision } = event
    const id = `${kind}-${constituency.id}-${revision}`
    const tag = `seat-${constituency.id}`
    return [{ ...run(t), role: 'device', kind: 'alert', night, device, id, tag, seq }]
  })
