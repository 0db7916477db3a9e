import type { Server as HttpServer } from 'node:http'
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

const room = (night: string): string => `night:${night}`
const roomToNight = (name: string): string[] =>
  name.startsWith('night:') ? [name.slice('night:'.length)] : []

/** Pushes to every screen what it has missed, then what comes: no gap, no repeat, in order. [FEED1–FEED6] */
export const createFeed = ({ http, nights, clocks, access, log }: Parts) => {
  const io: Screens = new Server(http, options)
  io.use((socket, next) => {
    const admitted = admit(nights, access, socket.handshake.auth)
    void admitted.then((admission) => (socket.data.admission = admission)).finally(() => next())
  })
  io.on('connection', (socket) => greet(socket, nights, clocks))
  nights.listen(pushTo(io))
  const sendClocks = (ids: Iterable<string>): void => {
    for (const night of ids) io.to(room(night)).emit('clock', clocks.of(night))
  }
  return {
    sendClocks,
    sendAllClocks: () => sendClocks([...io.of('/').adapter.rooms.keys()].flatMap(roomToNight)),
    dropSlow: () => dropSlowScreens(io.of('/').sockets.values(), log),
    close: () => io.close(),
  }
}
export type Feed = ReturnType<typeof createFeed>

const pushTo = (io: Screens): NightListener => ({
  onEvents: ({ definition }, events) => {
    for (const event of events) io.to(room(definition.id)).emit('event', event)
  },
  onReset: (night) => {
    io.to(room(night.definition.id)).emit('night', { ...whole(night), reset: true })
  },
  onGone: (id) => {
    io.to(room(id)).emit(
      'refused',
      problem('no-such-thing', 'This night is over and was taken away.'),
    )
    io.in(room(id)).disconnectSockets(true)
  },
})

const greet = (socket: ScreenSocket, nights: Nights, clocks: Clocks): void => {
  const { admission } = socket.data
  if (admission?.admitted !== true) {
    if (admission) socket.emit('refused', admission.problem)
    socket.disconnect(true)
    return
  }
  const { handshake } = admission
  // Nothing waits from here to the room, so what was missed and what comes next meet without a gap.
  const night = nights.now(handshake.night) ?? admission.night
  socket.emit('night', firstMessage(night, handshake.since))
  socket.emit('clock', clocks.of(handshake.night))
  void socket.join(room(handshake.night))
}

const whole = (night: Night): Extract<NightMessage, { board: unknown }> => ({
  night: night.definition.id,
  board: night.board,
  seq: night.board.seq,
})

const firstMessage = (night: Night, since: Handshake['since']): NightMessage => {
  if (!since) return whole(night)
  const events = missed(night, since)
  if (events === null) return { ...whole(night), reset: true }
  return { night: night.definition.id, events, seq: night.board.seq }
}
