import type { Server as HttpServer } from 'node:http'
import type { Head } from '@night/shared/chain'
import type { Problem } from '@night/shared/protocol'
import type { Logger } from 'pino'
import type { Access } from './access.ts'
import { admit, type Admitted } from './admission.ts'
import { takeCensus } from './census.ts'
import type { Clocks } from './clocks.ts'
import { createFanOut, type FanOut } from './fan-out/fan-out.ts'
import { firstMessage, wholeNight } from './fan-out/first-message.ts'
import { end, type Line, send, sendFirst } from './fan-out/line.ts'
import { createOutlet, type Outlet } from './fan-out/outlet.ts'
import { createBatch, createParcel, type Parcel } from './fan-out/parcel.ts'
import { createRooms, type Rooms } from './fan-out/rooms.ts'
import { createSocketIo } from './fan-out/socket-io.ts'
import { createFollowers, type Followers } from './followers.ts'
import type { NightListener } from './follow.ts'
import type { Walk } from './measures/walk.ts'
import type { Night } from './night.ts'
import type { Nights } from './nights.ts'
import { problem } from './problems.ts'
import { dropSlowScreens } from './slow-screens.ts'

type Parts = {
  readonly http: HttpServer
  readonly nights: Nights
  readonly clocks: Clocks
  readonly access: Access
  readonly walk: Walk
  readonly log: Logger
}

/** Seconds in which every screen has the clock anew, whatever else it was sent. */
const turns = 10

/** Everyone of a night; and those of them who hear all of it. */
const everyone = (night: string): string => `night:${night}`
const hearers = (night: string): string => `hearers:${night}`

const nightsIn = (rooms: Rooms): string[] =>
  rooms.names().flatMap((name) => (name.startsWith('night:') ? [name.slice('night:'.length)] : []))

/** Pushes to every screen what it has missed, then what comes: no gap, no repeat, in order. [FEED1–FEED6 FEED14 FEED15] */
export const createFeed = ({ http, nights, clocks, access, walk, log }: Parts) => {
  const followers = createFollowers()
  const rooms = createRooms(followers.forget)
  const outlet = createOutlet(rooms)
  const fanOut = createFanOut({ followers, hearers, send: outlet.send, walk })
  const dismiss = (line: Line): void => {
    end(line)
    rooms.leave(line)
  }
  const desk = { nights, clocks, followers, fanOut, rooms, stray: onceForNight(log) }
  const arrive = async (line: Line, hello: string): Promise<void> => {
    const admission = await admit(nights, access, hello)
    if (line.isOver) return
    if (admission.admitted) return greet(line, admission, desk)
    sendFirst(line, [refusal(admission.problem)])
    dismiss(line)
  }
  const socketIo = createSocketIo(http, {
    arrive: (line, hello) => void arrive(line, hello),
    leave: rooms.leave,
  })
  nights.listen(walk.listener)
  const { spoken, sendClocks, sendBeat } = tellTime(rooms, outlet, clocks)
  nights.listen(pushTo(rooms, { fanOut, outlet, spoken, dismiss }))
  return {
    sendClocks,
    sendBeat,
    dropRevoked: () => dropRevoked(rooms, { access, dismiss }),
    screensOf: (night: string): number => rooms.size(everyone(night)),
    census: () => takeCensus(rooms.guests()),
    writes: outlet.writes,
    dropSlow: () => dropSlowScreens(rooms, log),
    close: async () => {
      fanOut.close()
      await socketIo.close()
    },
  }
}
export type Feed = ReturnType<typeof createFeed>

const tellTime = (rooms: Rooms, outlet: Outlet, clocks: Clocks) => {
  const spoken = new Set<string>()
  let turn = 0
  return {
    /** Nights of which something was sent since the last beat. */
    spoken,
    sendClocks: (ids: Iterable<string>): void => {
      for (const night of ids) outlet.send(everyone(night), [clockParcel(clocks, night)])
    },
    /**
     * Every second, to all screens of a night of which nothing was sent. An event is a sign of life as well: after one
     * a tenth of them have the clock, in turn, so that no event waits behind all of them.
     */
    sendBeat: (): void => {
      for (const night of nightsIn(rooms)) {
        const share = spoken.has(night) ? { turn, of: turns } : undefined
        outlet.send(everyone(night), [clockParcel(clocks, night)], share)
      }
      turn = (turn + 1) % turns
      spoken.clear()
    },
  }
}

const revoked = problem(
  'no-token',
  'The token that was shown here was revoked. Reading needs the view token of this house.',
)

/** A screen that came in with a token is told so, and goes, when the token was revoked. [SEC3] */
const dropRevoked = async (
  rooms: Rooms,
  { access, dismiss }: { access: Access; dismiss: (line: Line) => void },
): Promise<void> => {
  const guests = [...rooms.guests()]
  const told = createBatch([refusal(revoked)], 1)
  for (const token of new Set(guests.map((guest) => guest.token))) {
    if (await access.mayRead(token)) continue
    for (const { token: own, line } of guests) {
      if (own !== token || line.isOver) continue
      send(line, told)
      dismiss(line)
    }
  }
}

type Ways = {
  readonly fanOut: FanOut
  readonly outlet: Outlet
  /** Nights of which something was sent. */
  readonly spoken: Set<string>
  readonly dismiss: (line: Line) => void
}

const pushTo = (rooms: Rooms, { fanOut, outlet, spoken, dismiss }: Ways): NightListener => ({
  onEvents: (night, events) => {
    spoken.add(night.definition.id)
    fanOut.add(night, events)
  },
  onReset: (night) => {
    fanOut.drop(night.definition.id)
    outlet.send(everyone(night.definition.id), [wholeNight(night, true)])
  },
  onGone: (id) => {
    fanOut.drop(id)
    const gone = problem('no-such-thing', 'This night is over and was taken away.')
    outlet.send(everyone(id), [refusal(gone)])
    for (const line of rooms.lines(everyone(id))) dismiss(line)
  },
})

type Desk = {
  readonly nights: Nights
  readonly clocks: Clocks
  readonly followers: Followers
  readonly fanOut: FanOut
  readonly rooms: Rooms
  /** A screen has come with a history that is not this log's. */
  readonly stray: (night: Night, since: Head) => void
}

/** Said once of a night, however many screens come with it. A replay that was wound back is nothing to report. [BAK5] */
const onceForNight = (log: Logger): Desk['stray'] => {
  const told = new Set<string>()
  return ({ definition: { id }, mode, board }, since) => {
    if (mode === 'replay' || since.seq === 0 || told.has(id)) return
    told.add(id)
    log.error(
      { night: id, seq: board.seq, held: since.seq },
      'screens hold what this log does not: it was put back to an earlier state, or altered; each of them starts afresh',
    )
  }
}

const clockParcel = (clocks: Clocks, night: string): Parcel =>
  createParcel('clock', JSON.stringify(clocks.of(night)))

const refusal = (reason: Problem): Parcel => createParcel('refused', JSON.stringify(reason))

const greet = (line: Line, { handshake, night: found }: Admitted, desk: Desk): void => {
  const { night: id, follow, token = null, version = null } = handshake
  // What the others wait for is in what this one is sent: they go first, or it would have that twice.
  desk.fanOut.flush(id)
  // Nothing waits from here to the rooms, so what was missed and what comes next meet without a gap.
  const night = desk.nights.now(id) ?? found
  const { parcel, isReset } = firstMessage(night, handshake)
  if (isReset && handshake.since) desk.stray(night, handshake.since)
  sendFirst(line, [parcel, clockParcel(desk.clocks, id)])
  const heard = follow ? desk.followers.room(id, follow) : hearers(id)
  desk.rooms.join({ line, night: night.definition.id, token, version }, [everyone(id), heard])
}
