import { by } from '../by.ts'
import type { NightEvent } from '@night/shared/event'
import type { Content, ResultContent } from '../content.ts'
import type { Shown } from '../history.ts'
import { standing, type Totals, totalsAlong } from '../own-fold.ts'
import { keyOfEvent, sentByKey } from '../submissions.ts'
import { type Invariant, type Night, type Violation, viewsOf } from '../reading.ts'

/** I5: what a screen shows is an independent count of the log up to there, and the end that of what was sent. */
export const totals: Invariant = ({ nights }) =>
  nights.flatMap((night) => [...asCounted(night), ...asSent(night)])

const asCounted = (night: Night): Violation[] => {
  const counts = new Map(night.epochs.map((epoch) => [epoch, totalsAlong(epoch.events)]))
  return [...viewsOf(night)].flatMap(([client, view]) =>
    view.flatMap(({ seq, hash, shown, at }): Violation[] => {
      const epoch = night.epochs.findLast(
        ({ events }) => seq === 0 || events[seq - 1]?.hash === hash,
      )
      const counted = epoch && counts.get(epoch)?.[seq]
      const wrong = shown && counted ? difference(shown, counted) : null
      if (wrong === null) return []
      return [{ invariant: 'I5', words: `${night.name}: ${client} at event ${seq} ${wrong}`, at }]
    }),
  )
}

/** "showed 3 seats for lab where there are 4". */
const difference = (shown: Shown, counted: Totals): string | null =>
  apart('seats', shown.seats, counted.seats) ??
  (shown.votes ? apart('votes', shown.votes, counted.votes) : null)

const apart = (
  what: string,
  shown: Readonly<Record<string, number>>,
  counted: ReadonlyMap<string, number | bigint>,
): string | null => {
  const shownByParty = new Map(Object.entries(shown))
  const wrong = [...new Set([...shownByParty.keys(), ...counted.keys()])].find(
    (party) => BigInt(shownByParty.get(party) ?? 0) !== BigInt(counted.get(party) ?? 0),
  )
  if (wrong === undefined) return null
  return `showed ${shownByParty.get(wrong) ?? 0} ${what} for ${wrong} where there are ${counted.get(wrong) ?? 0}`
}

/** Folded from what was sent, in no order at all: the latest revision stands unless it was taken back. */
const asSent = (night: Night): Violation[] => {
  const stands = standing(night.log)
  const inputs = by(inputsOf(night), ({ constituency }) => constituency)
  return [...inputs].flatMap(([constituency, contents]): Violation[] => {
    const figures = stands.get(constituency)?.figures ?? null
    if (votesText(figures && votesOf(figures)) === votesText(latest(contents)?.votes ?? null))
      return []
    const words = `${night.name}: what stands for ${constituency} at the end is not what was sent for it last`
    return [{ invariant: 'I5', words, at: night.end }]
  })
}

type SeatContent = Extract<Content, { kind: 'result' | 'withdrawal' }>

/** What is certainly part of the night, and of what has no answer that which came through. */
const inputsOf = (night: Night): SeatContent[] => {
  const placed = new Set(night.log.map(keyOfEvent))
  return [...sentByKey(night)].flatMap(([key, { content, least, most }]) => {
    const isIn = least > 0 || (most > 0 && placed.has(key))
    return isIn && (content.kind === 'result' || content.kind === 'withdrawal') ? [content] : []
  })
}

const latest = (contents: readonly SeatContent[]): ResultContent | null => {
  const top = contents.reduce<SeatContent | null>(
    (best, one) => (best === null || isLater(one, best) ? one : best),
    null,
  )
  return top?.kind === 'result' ? top : null
}

const isLater = (one: SeatContent, other: SeatContent): boolean =>
  one.revision > other.revision || (one.revision === other.revision && one.kind === 'withdrawal')

const votesOf = (event: Extract<NightEvent, { kind: 'declared' | 'corrected' }>) =>
  Object.fromEntries(event.result.candidates.map(({ id, votes }) => [id, votes]))

const votesText = (votes: Readonly<Record<string, number>> | null): string =>
  JSON.stringify(Object.entries(votes ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)))
