import type { NightEvent } from '@night/shared/event'
import { clockTime } from '@night/shared/time'
import type { Verdict } from './verify.ts'

/** A verdict as whoever has to act on it reads it: "event 3 (Tamworth, declared at 2.45am) does not follow event 2: …". [LOG10] */
export const verifyWords = (verdict: Verdict): string => {
  switch (verdict.kind) {
    case 'whole':
      return wholeWords(verdict)
    case 'unreadable':
      return `event ${verdict.seq} does not parse: its text is no event any more`
    case 'altered':
      return `${named(verdict.event, verdict.seq)} does not follow ${before(verdict.seq)}: its content was altered after it was written${orTheOneBefore(verdict.seq)}`
    case 'missing':
      return range(verdict, ['is missing', 'are missing'])
    case 'swapped':
      return `events ${verdict.seq} and ${verdict.other} stand in the wrong order`
    case 'put-in':
      return `${named(verdict.event, verdict.event.seq)} was put in after ${before(verdict.seq)}: the log goes on without it`
    case 'repeated':
      return `${named(verdict.event, verdict.event.seq)} stands there again, after ${before(verdict.seq)}: one of the two was put in`
    case 'misplaced':
      return `${named(verdict.event, verdict.seq)} is kept under another number, where nobody looks for it`
    case 'cut-back':
      return `the log was cut back: ${range(verdict, ['was', 'were'])} written and ${verdict.seq === verdict.last ? 'is' : 'are'} not there`
  }
}

const wholeWords = ({ events, head }: Extract<Verdict, { kind: 'whole' }>): string =>
  events === 0
    ? 'no events yet'
    : `${events} ${events === 1 ? 'event' : 'events'}, chain whole, head ${head.slice(0, 12)}…`

const before = (seq: number): string => (seq === 1 ? 'the beginning' : `event ${seq - 1}`)

/** An event that was altered and hashed anew fits what came before it: then the next one is the first that does not. */
const orTheOneBefore = (seq: number): string =>
  seq === 1 ? '' : `, or event ${seq - 1} was, and was given a new hash`

const range = (
  { seq, last }: { readonly seq: number; readonly last: number },
  [one, many]: readonly [string, string],
): string => (seq === last ? `event ${seq} ${one}` : `events ${seq} to ${last} ${many}`)

const named = (event: NightEvent, seq: number): string =>
  `event ${seq} (${placeOf(event)}, ${saidOf[event.kind]} at ${clockTime(event.at)})`

const placeOf = (event: NightEvent): string =>
  ('constituency' in event ? event.constituency?.name : undefined) ?? 'the night'

const saidOf: Readonly<Record<NightEvent['kind'], string>> = {
  opened: 'opened',
  flash: 'winner named',
  declared: 'declared',
  corrected: 'corrected',
  withdrawn: 'withdrawn',
  status: 'count reported',
  note: 'noted',
  closed: 'closed',
}
