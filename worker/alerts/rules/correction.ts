import type { AlertMessage } from '@night/shared/alert/message'
import type { Board } from '@night/shared/board'
import type { NightEvent, ResultEvent, WithdrawnEvent } from '@night/shared/event'
import { grouped } from '@night/shared/figures'
import { clockTime } from '@night/shared/time'
import { figuresInShort, fromWords, verdictWords, withdrawnWords } from '@night/shared/words'
import { messageOf, seatPath, seatTag, ttl } from './message.ts'
import { flashClaim } from './news.ts'

/** What was said of a seat before this event: figures, or a winner alone. */
type Said = {
  readonly claim: string
  readonly winner: string
  readonly majority: string | null
  readonly time: string
}

/**
 * What puts right what was said of a seat; null where it stands. It names the error and what is true, and reads alone,
 * since a phone may show both. [ALR11]
 */
export const correctionOf = (event: NightEvent, before: Board): AlertMessage | null => {
  if (event.kind === 'withdrawn') return withdrawal(event)
  if (event.kind !== 'declared' && event.kind !== 'corrected') return null
  const said = saidBefore(event, before)
  const claim = claimOf(event)
  if (event.kind === 'declared' && said?.claim === claim && said.winner === winnerOf(event))
    return null
  return correction(event, {
    id: `decl-${event.constituency.id}-${event.revision}`,
    title: `${claim}${notWords(event, said)}`,
    body: [
      figuresInShort(event.result),
      said && `Replaces ${said.time} alert.`,
      'reason' in event && `Reason: ${event.reason}`,
    ]
      .filter(Boolean)
      .join(' '),
  })
}

/**
 * "LAB HOLD, not LAB GAIN from CON"; the same verdict of somebody else: "IND HOLD (Ann Lee, not Jo Day)"; the same with
 * other figures: "LAB GAIN from CON, Maj 1,361, not 1,316".
 */
const notWords = (event: ResultEvent, said: Said | null): string => {
  if (!said) return ''
  if (said.claim !== claimOf(event)) return `, not ${said.claim}`
  const winner = winnerOf(event)
  if (said.winner !== winner) return ` (${winner}, not ${said.winner})`
  const majority = grouped(event.result.majority.votes)
  return said.majority === majority ? '' : `, Maj ${majority}, not ${said.majority}`
}

const claimOf = ({ result }: ResultEvent): string =>
  [verdictWords(result), fromWords(result)].filter(Boolean).join(' ')

const winnerOf = ({ result }: ResultEvent): string =>
  result.candidates.find(({ elected }) => elected)?.name ?? ''

const saidBefore = ({ constituency }: ResultEvent, before: Board): Said | null => {
  const seat = before.seatsById[constituency.id]
  if (seat?.latest) {
    const { latest } = seat
    const majority = grouped(latest.result.majority.votes)
    const time = clockTime(latest.at)
    return { claim: claimOf(latest), winner: winnerOf(latest), majority, time }
  }
  if (!seat?.flash) return null
  const claim = flashClaim(seat.flash).replace(` ${constituency.name}`, '')
  const { at, winner } = seat.flash
  return { claim, winner: winner.name, majority: null, time: clockTime(at) }
}

/** How the id begins under which a winner without figures is taken back: it has no revision, and there may be several. */
export const backWinner = (constituency: string): string => `void-${constituency}-0-`

const withdrawal = (event: WithdrawnEvent): AlertMessage => {
  const { id } = event.constituency
  return correction(event, {
    id:
      event.revision === 0 ? `${backWinner(id)}${event.replaces}` : `void-${id}-${event.revision}`,
    title: withdrawnWords(event),
    body: `What was said of it does not stand. Reason: ${event.reason}`,
  })
}

const correction = (
  event: ResultEvent | WithdrawnEvent,
  { id, title, body }: { readonly id: string; readonly title: string; readonly body: string },
): AlertMessage =>
  messageOf(event, {
    id,
    kind: 'correction',
    tag: seatTag(event.constituency.id),
    title: `CORRECTION ${event.constituency.name}: ${title}`,
    body,
    path: seatPath(event.night, event.constituency.id),
    urgent: true,
    ttl: ttl.correction,
  })
