import { canonical } from '@night/shared/chain'
import type { NightEvent } from '@night/shared/event'
import { type Follow, isFollowed } from '@night/shared/follow'
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
    /** The rooms of a night, and what each of them wants. */
    groupsOf: (night: string): (readonly [room: string, follow: Follow])[] =>
      [...groups].flatMap(([room, group]) => (group.night === night ? [[room, group.follow]] : [])),
  }
}
export type Followers = ReturnType<typeof createFollowers>

/** Whether a follower of this night is sent this event. */
export const followed = ({ board }: Night, follow: Follow, event: NightEvent): boolean =>
  isFollowed(follow, event, (id) => board.seatsById[id]?.contest.constituency.region ?? '')
