import { type Head, link } from '@night/shared/chain'
import { NightEvent, type UnplacedEvent } from '@night/shared/event'
import { sha256 } from './sha256.ts'

/** An event in its place after `head`; throws where nobody could read it again, since a log ends at such a one. [LOG6] */
export const linked = (head: Head, unplaced: UnplacedEvent): NightEvent => {
  const event = link(head, unplaced, sha256)
  NightEvent.parse(event)
  return event
}
