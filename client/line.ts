import type { Problem, ScreenToServer, ServerToScreen } from '@night/shared/protocol'
import { io, type ManagerOptions, type Socket } from 'socket.io-client'
import { comesBack } from './comes-back.ts'
import type { Heard } from './history.ts'

type Wait = { readonly least: number; readonly most: number }

/** The server's clock comes every second: half a minute without is a dead line that nobody closed. */
const silence = 30_000
const atOnce: Wait = { least: 0, most: 500 }
const soon: Wait = { least: 500, most: 1500 }
const later: Wait = { least: 6000, most: 14_000 }

export type Transports = ManagerOptions['transports']

type LineOptions = {
  /** Where the server is; the page's own by default. */
  readonly url?: string | undefined
  readonly transports?: Transports | undefined
  /** What to say on each connecting. */
  readonly hello: () => object
  readonly onHeard: (heard: Heard) => void
}

type ScreenSocket = Socket<ServerToScreen, ScreenToServer>

const createSocket = ({ url, hello, transports }: LineOptions): ScreenSocket => {
  const options = {
    auth: (send: (data: object) => void) => send(hello()),
    transports: transports ?? ['websocket', 'polling'],
    tryAllTransports: true,
    ...comesBack.options,
    autoConnect: false,
  }
  return url === undefined ? io(options) : io(url, options)
}

/** A connection that is taken up again whatever ends it, never by all screens at the same moment. */
export const createLine = (options: LineOptions) => {
  const socket = createSocket(options)
  let waiting: ReturnType<typeof setTimeout> | undefined
  let watchdog: ReturnType<typeof setTimeout> | undefined
  let isClosed = false

  const connectAgain = ({ least, most }: Wait): void => {
    // Whoever hears that it dropped may close it there and then.
    if (isClosed) return
    clearTimeout(waiting)
    socket.disconnect()
    waiting = setTimeout(() => socket.connect(), least + Math.random() * (most - least))
  }
  const pass = (heard: Heard): void => {
    clearTimeout(watchdog)
    if (heard.kind !== 'dropped') watchdog = setTimeout(() => connectAgain(soon), silence)
    options.onHeard(heard)
  }
  listen(socket, pass, connectAgain)
  socket.connect()
  return {
    askAgain: () => {
      if (socket.connected) connectAgain(atOnce)
    },
    close: () => {
      isClosed = true
      clearTimeout(waiting)
      clearTimeout(watchdog)
      socket.disconnect()
    },
  }
}

const listen = (
  socket: ScreenSocket,
  pass: (heard: Heard) => void,
  connectAgain: (wait: Wait) => void,
): void => {
  let refusal: Problem | null = null
  const refuse = (problem: Problem): void => {
    refusal = problem
    pass({ kind: 'refused', problem })
  }
  socket.on('night', (message) => {
    refusal = null
    pass({ kind: 'night', message })
  })
  socket.on('event', (event) => {
    pass('kind' in event ? { kind: 'event', event } : { kind: 'passed', passed: event })
  })
  socket.on('clock', (clock) => pass({ kind: 'clock', clock }))
  socket.on('refused', refuse)
  socket.on('disconnect', (reason) => {
    if (reason === 'io client disconnect') return
    pass({ kind: 'dropped' })
    // Socket.IO does not come back by itself when the server ended it.
    if (reason === 'io server disconnect') connectAgain(patience(refusal))
  })
  socket.on('connect_error', (error: Error & { data?: Problem }) => {
    if (error.data) refuse(error.data)
    else pass({ kind: 'dropped' })
    if (!socket.active) connectAgain(patience(refusal))
  })
}

/** What the server cannot do just now it can do shortly; what it will not do now it may do later. */
const patience = (refusal: Problem | null): Wait =>
  refusal !== null && refusal.status < 500 ? later : soon
