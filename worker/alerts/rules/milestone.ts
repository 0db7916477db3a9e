import type { AlertMessage } from '@night/shared/alert/message'
import type { Board } from '@night/shared/board'
import type { NightEvent } from '@night/shared/event'
import { partyOf } from '@night/shared/party'
import { capitalised } from '@night/shared/tale'
import { milestones } from '@night/shared/tally/milestones'
import { clockTime } from '@night/shared/time'
import { messageOf, myPath, ttl } from './message.ts'
import type { News } from './news.ts'

/** What this event made true, or untrue again, of a general election: a majority passed, lost, or out of reach. [ALR8] */
export const milestoneNews = (event: NightEvent, before: Board, after: Board): News[] => {
  if (after.night.kind !== 'general-election') return []
  const was = milestones(before)
  const is = milestones(after)
  if (is.passed && was.passed?.party !== is.passed.party) {
    const { party, seats, at } = is.passed
    const name = capitalised(partyOf(party).name)
    const body = `${seats} of ${Object.keys(after.seatsById).length} seats at ${clockTime(at)}. ${is.next ?? ''}`
    // One that was lost may be passed again.
    const id = `majority-${party}-${event.seq}`
    return [news(event, { id, title: `${name} passed ${is.line}`, body })]
  }
  if (was.passed && !is.passed) {
    const name = capitalised(partyOf(was.passed.party).name)
    const title = `CORRECTION ${name}: no majority of ${is.line} any more`
    const words = { id: `no-majority-${event.seq}`, title, body: is.next ?? '' }
    const takesBack = { said: 'milestone-majority-', own: 'milestone-no-majority-' }
    return [{ ...news(event, { ...words, ttl: ttl.correction }), takesBack }]
  }
  const [wasHung, isHung] = [was.next === hung, is.next === hung]
  if (wasHung === isHung) return []
  if (isHung) {
    return [news(event, { id: `hung-${event.seq}`, title: 'A hung parliament', body: `${hung}.` })]
  }
  const title = 'CORRECTION No hung parliament yet'
  const words = { id: `not-hung-${event.seq}`, title, body: is.next ?? '' }
  const takesBack = { said: 'milestone-hung-', own: 'milestone-not-hung-' }
  return [{ ...news(event, { ...words, ttl: ttl.correction }), takesBack }]
}

const hung = 'No party can reach a majority'

type Words = Pick<AlertMessage, 'id' | 'title' | 'body'> & Partial<Pick<AlertMessage, 'ttl'>>

const news = (event: NightEvent, { id, title, body, ttl: worth = ttl.news }: Words): News => ({
  message: messageOf(event, {
    id: `milestone-${id}`,
    kind: 'milestone',
    tag: 'milestone',
    title,
    body: body.trim(),
    path: myPath(event.night),
    urgent: true,
    ttl: worth,
  }),
  seat: null,
  why: { upset: null, keySeat: null, record: null },
})
