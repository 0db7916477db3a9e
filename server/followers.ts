import { canonical } from '@night/shared/chain'
import type { NightEvent } from '@night/shared/event'
import { type Follow, isFollowed } from '@night/shared/follow'
import type { Passed } from '@night/shared/protocol'
import type { Night } from './night.ts'
import { sha256 } from './sha256.ts'

type Group = { readonly night: string; readonly follow: Follow }

/** Followers who want the same are one room, so that what they are sent is made once for all of them. [FEED14] */
export const createFollowers = () => {
  const groups = new Map<string, Group>()
  return {
    /** The room of those who want this of a night. */
    room: (night: string, follow: Follow): string => {
      const name = `followers:${night}:${sha256(canonical(follow)).slice(0, 16)}`
      groups.set(name, { night, follow })
      return name
    },
    /** Nobody is in this room any more. */
    forget: (name: string): void => void groups.delete(name),
    /** What each room of a night is sent of an event. */
    parcels: (night: Night, event: NightEvent): Parcel[] => {
      const parcels: Parcel[] = []
      for (const [name, group] of groups) {
        if (group.night !== night.definition.id) continue
        parcels.push([name, followed(night, group.follow, event) ? event : passed(event)])
      }
      return parcels
    },
  }
}
export type Followers = ReturnType<typeof createFollowers>

type Parcel = readonly [room: string, sent: NightEvent | Passed]

const passed = ({ seq, hash }: NightEvent): Passed => ({ upTo: seq, hash })

/** Whether a follower of this night is sent this event. */
export const followed = ({ board }: Night, follow: Follow, event: NightEvent): boolean =>
  isFollowed(follow, event, (id) => board.seatsById[id]?.contest.constituency.region ?? '')
