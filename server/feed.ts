import type { Server as HttpServer } from 'node:http'
import type { Head } from '@night/shared/chain'
import type { Logger } from 'pino'
import { Server, type ServerOptions } from 'socket.io'
import type { Access } from './access.ts'
import { admit, type ScreenSocket } from './admission.ts'
import { takeCensus } from './census.ts'
import type { Clocks } from './clocks.ts'
import { DeflatingServer } from './fan-out/deflate.ts'
import { createFanOut, type FanOut } from './fan-out/fan-out.ts'
import { firstMessage, wholeNight } from './fan-out/first-message.ts'
import { createParcel, type Parcel } from './fan-out/parcel.ts'
import { createOutlet, type Outlet, type Screens } from './fan-out/outlet.ts'
import { answerTogether, forgetRequest, sendFirst, writeTogether } from './fan-out/wire.ts'
import { createFollowers, type Followers } from './followers.ts'
import type { NightListener } from './follow.ts'
import type { Walk } from './measures/walk.ts'
import type { Night } from './night.ts'
import type { Nights } from './nights.ts'
import { isOwnOrigin } from './origin.ts'
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

/** Screens send a hello and nothing else; a dead one is gone after 35 s; what is deflated is made once for all. */
const options: Partial<ServerOptions> = {
  serveClient: false,
  maxHttpBufferSize: 16_384,
  pingInterval: 25_000,
  pingTimeout: 10_000,
  perMessageDeflate: false,
  wsEngine: DeflatingServer,
  allowRequest: (request, answer) => answer(null, isOwnOrigin(request)),
}

/** Seconds in which every screen has the clock anew, whatever else it was sent. */
const turns = 10

/** Everyone of a night; and those of them who hear all of it. */
const everyone = (night: string): string => `night:${night}`
const hearers = (night: string): string => `hearers:${night}`

const nightsOf = (io: Screens): string[] =>
  [...io.of('/').adapter.rooms.keys()].flatMap((name) =>
    name.startsWith('night:') ? [name.slice('night:'.length)] : [],
  )

/** Pushes to every screen what it has missed, then what comes: no gap, no repeat, in order. [FEED1–FEED6 FEED14 FEED15] */
export const createFeed = ({ http, nights, clocks, access, walk, log }: Parts) => {
  // Before Engine.IO's own, which answers.
  http.on('upgrade', (_request, tcp) => writeTogether(tcp))
  const io: Screens = new Server(http, options)
  const followers = createFollowers()
  const outlet = createOutlet(io)
  const fanOut = createFanOut({ followers, hearers, send: outlet.send, walk })
  io.use((socket, next) => {
    const admitted = admit(nights, access, socket.handshake.auth)
    void admitted
      .then((admission) => (socket.data.admission = admission))
      .finally(() => {
        answerTogether(socket)
        next()
      })
  })
  const stray = onceForNight(log)
  io.on('connection', (socket) => greet(socket, { nights, clocks, followers, fanOut, stray }))
  io.of('/').adapter.on('delete-room', followers.forget)
  nights.listen(walk.listener)
  const { spoken, sendClocks, sendBeat } = tellTime(io, outlet, clocks)
  nights.listen(pushTo(io, { fanOut, outlet, spoken }))
  return {
    sendClocks,
    sendBeat,
    dropRevoked: () => dropRevoked(io, access),
    screensOf: (night: string): number => io.of('/').adapter.rooms.get(everyone(night))?.size ?? 0,
    census: () => takeCensus(io.of('/').sockets.values()),
    writes: outlet.writes,
    dropSlow: () => dropSlowScreens(io.of('/').sockets.values(), log),
    close: async () => {
      fanOut.close()
      await io.close()
    },
  }
}
export type Feed = ReturnType<typeof createFeed>

const tellTime = (io: Screens, outlet: Outlet, clocks: Clocks) => {
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
      for (const night of nightsOf(io)) {
        const share = spoken.has(night) ? { turn, of: turns } : undefined
        outlet.send(everyone(night), [clockParcel(clocks, night)], share)
      }
      turn = (turn + 1) % turns
      spoken.clear()
    },
  }
}

/** A screen that came in with a token goes when the token was revoked. [SEC3] */
const dropRevoked = async (io: Screens, access: Access): Promise<void> => {
  const sockets = [...io.of('/').sockets.values()]
  const tokens = new Set(sockets.map(tokenOf))
  for (const token of tokens) {
    if (await access.mayRead(token)) continue
    for (const socket of sockets) if (tokenOf(socket) === token) socket.disconnect(true)
  }
}

const tokenOf = ({ data: { admission } }: ScreenSocket): string | null =>
  admission?.admitted === true ? (admission.handshake.token ?? null) : null

type Ways = {
  readonly fanOut: FanOut
  readonly outlet: Outlet
  /** Nights of which something was sent. */
  readonly spoken: Set<string>
}

const pushTo = (io: Screens, { fanOut, outlet, spoken }: Ways): NightListener => ({
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
    io.to(everyone(id)).emit('refused', gone)
    io.in(everyone(id)).disconnectSockets(true)
  },
})

type Desk = {
  readonly nights: Nights
  readonly clocks: Clocks
  readonly followers: Followers
  readonly fanOut: FanOut
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

const greet = (socket: ScreenSocket, desk: Desk): void => {
  const { admission } = socket.data
  if (admission?.admitted !== true) {
    if (admission) socket.emit('refused', admission.problem)
    socket.disconnect(true)
    return
  }
  const { handshake } = admission
  const { night: id, follow } = handshake
  // What the others wait for is in what this one is sent: they go first, or it would have that twice.
  desk.fanOut.flush(id)
  // Nothing waits from here to the rooms, so what was missed and what comes next meet without a gap.
  const night = desk.nights.now(id) ?? admission.night
  const { parcel, isReset } = firstMessage(night, handshake)
  if (isReset && handshake.since) desk.stray(night, handshake.since)
  sendFirst(socket, [parcel, clockParcel(desk.clocks, id)])
  void socket.join([everyone(id), follow ? desk.followers.room(id, follow) : hearers(id)])
  forgetRequest(socket)
}
