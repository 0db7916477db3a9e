import {
  Handshake,
  type Problem,
  type ScreenToServer,
  type ServerToScreen,
} from '@night/shared/protocol'
import type { Socket } from 'socket.io'
import type { Access } from './access.ts'
import type { Night } from './night.ts'
import type { Nights } from './nights.ts'
import { formWords } from './form-words.ts'
import { problem } from './problems.ts'

export type Admission =
  | { readonly admitted: true; readonly handshake: Handshake; readonly night: Night }
  | { readonly admitted: false; readonly problem: Problem }

export type ScreenData = { admission?: Admission }
export type ScreenSocket = Socket<ScreenToServer, ServerToScreen, Record<string, never>, ScreenData>

const turnedAway = (reason: Problem): Admission => ({ admitted: false, problem: reason })

/** Looks at what a screen says when it connects: is it well formed, may it read, is there such a night. [FEED5 SEC3] */
export const admit = async (nights: Nights, access: Access, auth: unknown): Promise<Admission> => {
  const parsed = Handshake.safeParse(auth)
  if (!parsed.success) return turnedAway(problem('does-not-fit', formWords(parsed.error)))
  const { token, night: id } = parsed.data
  try {
    if (!(await access.mayRead(token ?? null))) {
      return turnedAway(problem('no-token', 'Reading needs the view token of this house.'))
    }
    // A night that is followed already is in memory: a screen need not wait for Redis to see it.
    const night = nights.now(id) ?? (await nights.find(id))
    return night
      ? { admitted: true, handshake: parsed.data, night }
      : turnedAway(problem('no-such-thing', `There is no night “${id}”.`))
  } catch {
    return turnedAway(
      problem('redis-away', 'The log of the night cannot be read just now. Connect again shortly.'),
    )
  }
}
