import type { NightEvent } from '@night/shared/event'
import type { Passed } from '@night/shared/protocol'
import { followed, type Followers } from '../followers.ts'
import type { Walk } from '../measures/walk.ts'
import type { Night } from '../night.ts'
import { eventText } from '../texts.ts'
import { createGathering } from './gathering.ts'
import { createParcel, type Parcel } from './parcel.ts'

type Parts = {
  readonly followers: Followers
  /** Everyone of a night who hears all of it. */
  readonly hearers: (night: string) => string
  /** Answers to how many. */
  readonly send: (room: string, parcels: readonly Parcel[]) => number
  readonly walk: Pick<Walk, 'now' | 'handedOn'>
}

/**
 * Sends a night's events: at once when it was quiet; what comes within 20 ms of that, or more in a flood, goes together.
 * What many are sent is made once. [FEED15]
 */
export const createFanOut = ({ followers, hearers, send, walk }: Parts) => {
  const sendNow = (night: Night, events: readonly NightEvent[]): void => {
    const began = walk.now()
    const { id } = night.definition
    const made = events.map((event) => ({ event, full: full(event) }))
    let screens = send(
      hearers(id),
      made.map((one) => one.full),
    )
    const groups = followers.groupsOf(id)
    const forGroups =
      groups.length === 0 ? [] : made.map((one) => ({ ...one, passed: passed(one.event) }))
    for (const [room, follow] of groups) {
      const parcels = forGroups.map(({ event, full, passed }) =>
        followed(night, follow, event) ? full : passed,
      )
      screens += send(room, parcels)
    }
    walk.handedOn(events, { began, screens })
  }

  const gathering = createGathering(sendNow, walk.now)
  return {
    ...gathering,
    add: (night: Night, events: readonly NightEvent[]): void =>
      gathering.add(night.definition.id, night, events),
  }
}
export type FanOut = ReturnType<typeof createFanOut>

const full = (event: NightEvent): Parcel => createParcel('event', eventText(event))

/** What a follower is sent in place of what it does not follow. [FEED14] */
const passed = ({ seq, hash }: NightEvent): Parcel => {
  const upTo: Passed = { upTo: seq, hash }
  return createParcel('event', JSON.stringify(upTo))
}
