import type { AlertMessage } from '@night/shared/alert/message'
import type { Board, Seat } from '@night/shared/board'
import type {
  FlashEvent,
  NightEvent,
  NoteEvent,
  ResultEvent,
  StatusEvent,
} from '@night/shared/event'
import { asEnded, asSentence, worthSaying } from '@night/shared/tale'
import { keySeatWhy } from '@night/shared/tally/key-seats'
import { declaredIn } from '@night/shared/tally/seats'
import { clockTime } from '@night/shared/time'
import { claim, figuresInShort } from '@night/shared/words'
import { countTag, messageOf, myPath, seatPath, seatTag, ttl } from './message.ts'
import { milestoneNews } from './milestone.ts'
import { upsetWords } from './upset.ts'

/** Something that may be worth waking somebody for, and what their rules ask of it. */
export type News = {
  readonly message: AlertMessage
  readonly seat: {
    readonly id: string
    readonly region: string
    /** Who won, and from whom; empty while a count goes on. */
    readonly parties: readonly string[]
    readonly isGain: boolean
  } | null
  /** Why it is of note, in a sentence each; null where it is not. */
  readonly why: {
    readonly upset: string | null
    readonly keySeat: string | null
    readonly record: string | null
  }
  /** How the id of what it takes back begins, and its own: it goes to whoever was told that, not by rule. */
  readonly takesBack?: { readonly said: string; readonly own: string }
}

/** What an event is news of, on the board before and after it; empty where it wakes nobody. [ALR6] */
export const newsOf = (event: NightEvent, before: Board, after: Board): News[] => {
  switch (event.kind) {
    case 'declared':
    case 'corrected':
      return [
        ...ofSeat(event, after, result(event, before)),
        ...milestoneNews(event, before, after),
      ]
    case 'flash':
      return ofSeat(event, after, flash(event, before))
    case 'status':
      return ofSeat(event, after, status(event))
    case 'note':
      return [note(event)]
    case 'withdrawn':
      return milestoneNews(event, before, after)
    case 'opened':
    case 'closed':
      return []
  }
}

type Found = Omit<News, 'seat'> & Pick<NonNullable<News['seat']>, 'parties' | 'isGain'>
type SeatEvent = ResultEvent | FlashEvent | StatusEvent

const nothing = { upset: null, keySeat: null, record: null }

const ofSeat = ({ constituency }: SeatEvent, after: Board, found: Found | null): News[] => {
  const seat = after.seatsById[constituency.id]
  if (!seat || !found) return []
  const { message, why, parties, isGain } = found
  const { region } = seat.contest.constituency
  const keySeat = watchWords(after, seat)
  return [
    { message, seat: { id: constituency.id, region, parties, isGain }, why: { ...why, keySeat } },
  ]
}

const watchWords = (board: Board, seat: Seat): string | null => {
  const why = keySeatWhy(board, seat)
  return why === null ? null : `${why}.`
}

const result = (event: ResultEvent, before: Board): Found => {
  const { constituency, result, revision } = event
  const { verdict } = result
  return {
    message: messageOf(event, {
      id: `decl-${constituency.id}-${revision}`,
      kind: 'result',
      tag: seatTag(constituency.id),
      title: claim(constituency.name, result),
      body: resultBody(event),
      path: seatPath(event.night, constituency.id),
    }),
    parties: verdict.from === null ? [verdict.party] : [verdict.party, verdict.from],
    isGain: verdict.kind === 'gain',
    why: { ...nothing, upset: upsetWords(event, before), record: recordWords(event, before) },
  }
}

/** "Maj 1,316. Swing 23.9 pts Con to Lab. Turnout 35.9%. vs 2019 general election" [ALR4] */
const resultBody = ({ result }: ResultEvent): string =>
  `${figuresInShort(result)} vs ${result.verdict.against}`

/** A night's first hundred seats are all the most and the least of something. */
const manySeats = 100

/** The weightiest line, where it is of the first or second place. */
const recordWords = ({ records }: ResultEvent, before: Board): string | null => {
  const seats = Object.keys(before.seatsById).length
  if (seats > manySeats && declaredIn(before).length < manySeats) return null
  const [best] = worthSaying(records)
  return best && best.rank <= 2 && best.proof.length > 0 ? `${asSentence(best)}.` : null
}

const flash = (event: FlashEvent, { seatsById }: Board): Found => {
  const { constituency, verdict, winner } = event
  // After one that was taken back it is another alert.
  const again = seatsById[constituency.id]?.withdrawn ? `-${event.seq}` : ''
  return {
    message: messageOf(event, {
      id: `flash-${constituency.id}${again}`,
      kind: 'flash',
      tag: seatTag(constituency.id),
      title: flashClaim(event),
      body: `${winner.name} wins. Figures to follow.`,
      path: seatPath(event.night, constituency.id),
    }),
    parties: verdict.from === null ? [winner.party] : [winner.party, verdict.from],
    isGain: verdict.kind === 'gain',
    why: nothing,
  }
}

/** "LAB GAIN Tamworth from CON", before there are figures. */
export const flashClaim = ({ constituency, verdict, winner }: FlashEvent): string =>
  claim(constituency.name, {
    verdict: { ...verdict, party: winner.party, against: '', notional: false },
  })

const counts: Readonly<Partial<Record<StatusEvent['status'], string>>> = {
  recount: 'Recount',
  imminent: 'Declaration imminent',
  adjourned: 'Count adjourned',
}

const status = (event: StatusEvent): Found | null => {
  const { constituency, expectedAt, text } = event
  const words = counts[event.status]
  if (words === undefined) return null
  const expected = expectedAt === null ? null : `Expected ${clockTime(expectedAt)}.`
  return {
    message: messageOf(event, {
      id: `status-${constituency.id}-${event.seq}`,
      kind: 'status',
      tag: countTag(constituency.id),
      title: `${words}: ${constituency.name}`,
      body: [text && asEnded(text), expected].filter(Boolean).join(' '),
      path: seatPath(event.night, constituency.id),
      ttl: event.status === 'imminent' ? ttl.imminent : ttl.news,
    }),
    parties: [],
    isGain: false,
    why: nothing,
  }
}

const note = (event: NoteEvent): News => {
  const { constituency, text, speaker, role } = event
  const who = [speaker, role].filter(Boolean).join(', ')
  return {
    message: messageOf(event, {
      id: `note-${event.seq}`,
      kind: 'note',
      tag: `desk-${event.seq}`,
      title: constituency?.name ?? 'From the desk',
      body: who === '' ? text : `${who}: ${text}`,
      path: constituency ? seatPath(event.night, constituency.id) : myPath(event.night),
    }),
    seat: constituency && { id: constituency.id, region: '', parties: [], isGain: false },
    why: nothing,
  }
}
