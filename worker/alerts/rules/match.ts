import type { NightEvent } from '@night/shared/event'
import {
  type Collected,
  isDue,
  nothingCollected,
  type Now,
  waitsToBeFree,
  wentOut,
  withoutPending,
  withPending,
  withLately,
} from './collected.ts'
import { digestOf } from './digest.ts'
import { isFull, isMuted, isQuiet, releaseOf } from './lane.ts'
import type { Device, Matched, MatchedEvent, Moment } from './matched.ts'
import { countTag, seatTag } from './message.ts'
import type { News } from './news.ts'
import { neverBegun, putRight } from './put-right.ts'
import { isWaiting, neverBegunBy, takeBack } from './take-back.ts'
import { messageFor, wantedBy } from './wants.ts'

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
      ...moment.news.flatMap((one) => neverBegunBy(fresh, one)),
    ],
  }
}

/** What is due, without what this event says is wrong. [ALR11] */
const release = (device: Device, { event, correction, news, now }: Moment) => {
  const isOver = event.kind === 'closed'
  const { collected, told } = device
  const due = flush(device, now, isOver)
  const wrong = collected.pending.filter(
    ({ id, tag }) =>
      tag === correction?.tag || tag === overBy(event) || news.some((one) => isWaiting(id, one)),
  )
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
    // What makes no sound leaves room for what does.
    collected: silent
      ? { ...nothingCollected, lately: collected.lately }
      : wentOut(collected, now.wall),
    rows: [
      {
        message: digestOf([first, ...others], silent),
        state: 'queued',
        lines: collected.pending.map(({ id }) => id),
      },
    ],
  }
}

/** Each piece of news by the rule that wants it: at once, or with what is collected. */
const tell = (device: Device, { event, news, now }: Moment): Matched => {
  const over = overBy(event)
  const start: Matched = {
    collected: over === null ? device.collected : withoutPending(device.collected, over),
    rows: [],
  }
  return news.reduce((matched, one) => tellOne(device, { matched, news: one, now }), start)
}

/** The tag of what is not to be said any more: figures that were taken back, or how a count goes that has a winner. */
const overBy = (event: NightEvent): string | null => {
  switch (event.kind) {
    case 'withdrawn':
      return seatTag(event.constituency.id)
    case 'flash':
    case 'declared':
    case 'corrected':
      return countTag(event.constituency.id)
    case 'status':
    case 'note':
    case 'opened':
    case 'closed':
      return null
  }
}

type Telling = { readonly matched: Matched; readonly news: News; readonly now: Now }

const tellOne = (device: Device, { matched, news, now }: Telling): Matched => {
  if (news.takesBack) return takeBack(device, { matched, news })
  const { told } = device
  const { rules } = device.subscription
  const { collected, rows } = matched
  const rule = wantedBy(rules, news)
  if (rule === null) {
    return { collected: withoutPending(collected, news.message.tag), rows }
  }
  if (told.has(news.message.id)) return matched
  const message = messageFor(rule, news)
  const waiting = collected.pending.find(({ tag }) => tag === message.tag)
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
