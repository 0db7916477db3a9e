import type { AlertMessage, AlertState } from '@night/shared/alert/message'
import type { Subscription } from '@night/shared/alert/subscription'
import type { NightEvent } from '@night/shared/event'
import {
  type Collected,
  isDue,
  nothingCollected,
  type Now,
  waitsToBeFree,
  withoutPending,
  withPending,
  withLately,
} from './collected.ts'
import { digestOf } from './digest.ts'
import { isFull, isMuted, isQuiet, releaseOf } from './lane.ts'
import { neverCame } from './heard.ts'
import type { News } from './news.ts'
import { messageFor, wantedBy } from './wants.ts'

/** One event as every device's rules see it. */
export type Moment = {
  readonly event: NightEvent
  readonly news: readonly News[]
  /** For whoever was told otherwise; null where nothing was wrong. */
  readonly correction: AlertMessage | null
  readonly now: Now
}

export type Device = {
  readonly subscription: Pick<Subscription, 'rules'>
  readonly collected: Collected
  /** Rows of its outbox that this event may touch, by id. */
  readonly told: ReadonlyMap<string, AlertState>
  /** Those of them that nobody has begun to send. */
  readonly waiting?: Pick<ReadonlySet<string>, 'has'>
}

export type NewRow = {
  readonly message: AlertMessage
  readonly state: 'queued' | 'collected'
  /** Of what was collected: the ids of its lines. */
  readonly lines?: readonly string[]
}
export type Matched = { readonly collected: Collected; readonly rows: readonly NewRow[] }

/** With the ids of rows that waited, and that now nobody will be sent. */
export type MatchedEvent = Matched & { readonly unsaid: readonly string[] }

/** What one event means for one device: what goes out now, what is collected, what was and is due. [ALR6 ALR9 ALR11] */
export const match = (device: Device, moment: Moment): MatchedEvent => {
  const { due, told: heard, dropped } = release(device, moment)
  const fresh = { ...device, collected: due.collected, told: heard }
  const right = putRight(fresh, moment)
  const rest = right ? { ...moment, news: moment.news.filter(({ seat }) => seat === null) } : moment
  const told = tell(right ? { ...fresh, collected: right.collected } : fresh, rest)
  return {
    collected: told.collected,
    rows: [...due.rows, ...(right?.rows ?? []), ...told.rows],
    unsaid: [
      ...dropped,
      ...due.collected.pending.map(({ id }) => id).filter(isNotIn(told.collected)),
      ...(right ? [] : neverBegun(fresh, moment)),
    ],
  }
}

/** What is due, without what this event says is wrong. [ALR11] */
const release = (device: Device, { event, correction, now }: Moment) => {
  const isOver = event.kind === 'closed'
  const { collected, told } = device
  const due = flush(device, now, isOver)
  const wrong = collected.pending.filter(({ tag }) => tag === correction?.tag)
  if (due.rows.length === 0 || wrong.length === 0) return { due, told, dropped: [] }
  const dropped = wrong.map(({ id }) => id)
  const right = wrong.reduce((rest, { tag }) => withoutPending(rest, tag), collected)
  return {
    due: flush({ ...device, collected: right }, now, isOver),
    told: new Map([...told].filter(([id]) => !dropped.includes(id))),
    dropped,
  }
}

const isNotIn =
  ({ pending }: Collected) =>
  (id: string): boolean =>
    pending.every((one) => one.id !== id)

/** What waits and is due, as one message. [ALR9] */
export const flush = (
  { collected, subscription: { rules } }: Pick<Device, 'collected' | 'subscription'>,
  now: Now,
  isOver = false,
): Matched => {
  const [first, ...others] = collected.pending
  // My seats and milestones, which the most in an hour does not concern.
  const hasUrgent = collected.pending.some(({ urgent }) => urgent)
  const isFree = waitsToBeFree(collected) && (hasUrgent || !isFull(rules, collected, now))
  if (!first || isMuted(rules, now) || !(isOver || isFree || isDue(collected, now))) {
    return { collected, rows: [] }
  }
  const hasMine = collected.pending.some(({ urgent, kind }) => urgent && kind !== 'milestone')
  const silent = isQuiet(rules, now) && !(rules.atCount && hasMine)
  return {
    collected: { ...nothingCollected, lately: collected.lately },
    rows: [
      {
        message: digestOf([first, ...others], silent),
        state: 'queued',
        lines: collected.pending.map(({ id }) => id),
      },
    ],
  }
}

/** What may have been said of the seat, or waits to be sent. Of a milestone nothing is put right here. */
const ofSeat = ({ told }: Device, { news }: Moment): [string, AlertState][] => {
  const ofNoSeat = new Set(news.flatMap(({ seat, message }) => (seat ? [] : [message.id])))
  return [...told].filter(([id, state]) => !neverCame.has(state) && !ofNoSeat.has(id))
}

/** What is wrong now and may be taken back, since nobody has begun to send it. [ALR11] */
const neverBegun = (device: Device, moment: Moment): string[] => {
  const { correction } = moment
  if (!correction) return []
  const { pending } = device.collected
  const wrong = ofSeat(device, moment).flatMap(([id]) =>
    pending.some((one) => one.id === id) ? [] : id,
  )
  const isAllWaiting = wrong.every((id) => device.waiting?.has(id))
  return isAllWaiting ? wrong.filter((id) => id !== correction.id) : []
}

/**
 * A later word on a seat of which this device has heard: a correction where it was told otherwise, the same alert
 * updated in place where figures follow a winner. Null where it has heard nothing. [ALR11 ALR12]
 */
const putRight = (device: Device, moment: Moment): Matched | null => {
  const { collected, told, waiting } = device
  const tag = moment.correction?.tag ?? moment.news.find(({ seat }) => seat)?.message.tag
  const heard = ofSeat(device, moment).filter(([id]) => !moment.correction || !waiting?.has(id))
  const isPending = collected.pending.some((one) => one.tag === tag)
  if (heard.length === 0 || isPending) return null
  if (moment.correction) return goesNow(collected, told, moment.correction)
  const figures = moment.news.find(({ message }) => message.kind === 'result')?.message
  const flash = heard.find(([id]) => id.startsWith('flash-'))
  if (!figures || !flash) return null
  // A winner that went out in a digest is told; the same with figures is no news, and is put right like it.
  if (flash[1] === 'collected')
    return { collected, rows: [{ message: figures, state: 'collected' }] }
  return goesNow(collected, told, { ...figures, update: true })
}

const goesNow = (collected: Collected, told: Device['told'], message: AlertMessage): Matched => ({
  collected,
  rows: told.has(message.id) ? [] : [{ message, state: 'queued' }],
})

/** Each piece of news by the rule that wants it: at once, or with what is collected. */
const tell = (device: Device, { event, news, now }: Moment): Matched => {
  const isBack = event.kind === 'withdrawn'
  const start: Matched = {
    collected: isBack
      ? withoutPending(device.collected, `seat-${event.constituency.id}`)
      : device.collected,
    rows: [],
  }
  return news.reduce((matched, one) => tellOne(device, { matched, news: one, now }), start)
}

type Telling = { readonly matched: Matched; readonly news: News; readonly now: Now }

const tellOne = (
  { subscription: { rules }, told }: Device,
  { matched, news, now }: Telling,
): Matched => {
  const { collected, rows } = matched
  const rule = wantedBy(rules, news)
  if (rule === null) {
    return { collected: withoutPending(collected, news.message.tag), rows }
  }
  if (told.has(news.message.id)) return matched
  const message = messageFor(rule, news)
  const waiting = collected.pending.find(({ tag }) => tag === message.tag)
  // What still waits was told to nobody.
  if (news.takesBack !== undefined && waiting?.id.startsWith(news.takesBack)) {
    return { collected: withoutPending(collected, message.tag), rows }
  }
  const release = releaseOf(rule, rules, { collected, now })
  if (release === null && !waiting) {
    const isApart = rule === 'seats' || rule === 'milestones'
    return {
      collected: isApart ? collected : withLately(collected, now, true),
      rows: [...rows, { message, state: 'queued' }],
    }
  }
  return {
    collected: withPending(withLately(collected, now, false), message, release ?? collected),
    rows: [...rows, { message, state: 'collected' }],
  }
}
