import type { Server as HttpServer } from 'node:http'
import type { Head } from '@night/shared/chain'
import type {
  Handshake,
  NightMessage,
  ScreenToServer,
  ServerToScreen,
} from '@night/shared/protocol'
import type { Logger } from 'pino'
import { Server, type ServerOptions } from 'socket.io'
import type { Access } from './access.ts'
import { admit, type ScreenData, type ScreenSocket } from './admission.ts'
import type { Clocks } from './clocks.ts'
import { createFollowers, followed, type Followers } from './followers.ts'
import type { NightListener } from './follow.ts'
import { missed, type Night } from './night.ts'
import type { Nights } from './nights.ts'
import { isOwnOrigin } from './origin.ts'
import { problem } from './problems.ts'
import { dropSlowScreens } from './slow-screens.ts'

type Parts = {
  readonly http: HttpServer
  readonly nights: Nights
  readonly clocks: Clocks
  readonly access: Access
  readonly log: Logger
}

type Screens = Server<ScreenToServer, ServerToScreen, Record<string, never>, ScreenData>

/** Screens send a hello and nothing else; compression costs ten times what it saves; a dead screen is gone in 20 s. */
const options: Partial<ServerOptions> = {
  serveClient: false,
  maxHttpBufferSize: 16_384,
  pingInterval: 10_000,
  pingTimeout: 10_000,
  perMessageDeflate: false,
  allowRequest: (request, answer) => answer(null, isOwnOrigin(request)),
}

/** Everyone of a night; and those of them who hear all of it. */
const everyone = (night: string): string => `night:${night}`
const hearers = (night: string): string => `hearers:${night}`

const roomToNight = (name: string): string[] =>
  name.startsWith('night:') ? [name.slice('night:'.length)] : []

/** Pushes to every screen what it has missed, then what comes: no gap, no repeat, in order. [FEED1–FEED6 FEED14] */
export const createFeed = ({ http, nights, clocks, access, log }: Parts) => {
  const io: Screens = new Server(http, options)
  const followers = createFollowers()
  io.use((socket, next) => {
    const admitted = admit(nights, access, socket.handshake.auth)
    void admitted.then((admission) => (socket.data.admission = admission)).finally(() => next())
  })
  const stray = onceForNight(log)
  io.on('connection', (socket) => greet(socket, { nights, clocks, followers, stray }))
  io.of('/').adapter.on('delete-room', followers.forget)
  nights.listen(pushTo(io, followers))
  const sendClocks = (ids: Iterable<string>): void => {
    for (const night of ids) io.to(everyone(night)).emit('clock', clocks.of(night))
  }
  return {
    sendClocks,
    sendAllClocks: () => sendClocks([...io.of('/').adapter.rooms.keys()].flatMap(roomToNight)),
    /** A screen that came in with a token goes when the token was revoked. [SEC3] */
    dropRevoked: async (): Promise<void> => {
      const sockets = [...io.of('/').sockets.values()]
      const tokens = new Set(sockets.map(tokenOf))
      for (const token of tokens) {
        if (await access.mayRead(token)) continue
        for (const socket of sockets) if (tokenOf(socket) === token) socket.disconnect(true)
      }
    },
    screensOf: (night: string): number => io.of('/').adapter.rooms.get(everyone(night))?.size ?? 0,
    dropSlow: () => dropSlowScreens(io.of('/').sockets.values(), log),
    close: () => io.close(),
  }
}
export type Feed = ReturnType<typeof createFeed>

const tokenOf = ({ data: { admission } }: ScreenSocket): string | null =>
  admission?.admitted === true ? (admission.handshake.token ?? null) : null

const pushTo = (io: Screens, followers: Followers): NightListener => ({
  onEvents: (night, events) => {
    for (const event of events) {
      io.to(hearers(night.definition.id)).emit('event', event)
      for (const [room, sent] of followers.parcels(night, event)) {
        io.to(room).emit('event', sent)
      }
    }
  },
  onReset: (night) => {
    io.to(everyone(night.definition.id)).emit('night', { ...whole(night), reset: true })
  },
  onGone: (id) => {
    const gone = problem('no-such-thing', 'This night is over and was taken away.')
    io.to(everyone(id)).emit('refused', gone)
    io.in(everyone(id)).disconnectSockets(true)
  },
})

type Desk = {
  readonly nights: Nights
  readonly clocks: Clocks
  readonly followers: Followers
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

const greet = (socket: ScreenSocket, { nights, clocks, followers, stray }: Desk): void => {
  const { admission } = socket.data
  if (admission?.admitted !== true) {
    if (admission) socket.emit('refused', admission.problem)
    socket.disconnect(true)
    return
  }
  const { handshake } = admission
  const { night: id, follow } = handshake
  // Nothing waits from here to the rooms, so what was missed and what comes next meet without a gap.
  const night = nights.now(id) ?? admission.night
  const message = firstMessage(night, handshake)
  if ('reset' in message && handshake.since) stray(night, handshake.since)
  socket.emit('night', message)
  socket.emit('clock', clocks.of(id))
  void socket.join([everyone(id), follow ? followers.room(id, follow) : hearers(id)])
}

const whole = (night: Night): Extract<NightMessage, { board: unknown }> => ({
  night: night.definition.id,
  board: night.board,
  seq: night.board.seq,
})

const firstMessage = (night: Night, { since, follow }: Handshake): NightMessage => {
  if (!since) return whole(night)
  const events = missed(night, since)
  if (events === null) return { ...whole(night), reset: true }
  const { seq, hash } = night.board
  const wanted = follow ? events.filter((event) => followed(night, follow, event)) : events
  return { night: night.definition.id, events: wanted, seq, hash }
}
