import { type Board, fold } from '@night/shared/board'
import type { NightEvent } from '@night/shared/event'
import type { ClockMessage, NightMessage, Problem, ServerToScreen } from '@night/shared/protocol'
import { io, type Socket } from 'socket.io-client'
import { onTestFinished } from 'vitest'

type Hello = { readonly night: string; readonly token?: string; readonly version?: string }

/**
 * A screen without a picture: keeps every message it was ever sent, as it came, and resumes with the last place it
 * holds. Nothing is forgiven: what comes twice or out of order stands in `events` as such.
 */
export const openScreen = (
  url: string,
  hello: Hello,
  /** What else Socket.IO's client may be told. */
  options: object = {},
) => {
  const seen = {
    board: null as Board | null,
    events: [] as NightEvent[],
    messages: [] as NightMessage[],
    clocks: [] as ClockMessage[],
    refusals: [] as Problem[],
    resets: 0,
  }
  const socket: Socket<ServerToScreen> = io(url, {
    auth: (send) => {
      const since = seen.board && { seq: seen.board.seq, hash: seen.board.hash }
      send({ ...hello, ...(since && { since }) })
    },
    reconnectionDelay: 20,
    reconnectionDelayMax: 200,
    forceNew: true,
    ...options,
  })
  const take = (event: NightEvent): void => {
    seen.events.push(event)
    if (seen.board) seen.board = fold(seen.board, event)
  }
  socket.on('night', (message) => {
    seen.messages.push(message)
    if ('events' in message) message.events.forEach(take)
    else {
      if (message.reset) seen.resets += 1
      seen.board = message.board
      seen.events = []
    }
  })
  socket.on('event', (event) => 'kind' in event && take(event))
  socket.on('clock', (clock) => seen.clocks.push(clock))
  socket.on('refused', (problem) => seen.refusals.push(problem))
  socket.on(
    'disconnect',
    // What the server cannot do just now it can do shortly; what it will not do it never does here.
    (reason) => {
      const isFinal = seen.refusals.some(({ status }) => status < 500)
      if (reason === 'io server disconnect' && !isFinal) setTimeout(() => socket.connect(), 50)
    },
  )
  onTestFinished(() => void socket.disconnect())
  return { seen, socket, close: () => socket.disconnect() }
}
export type Screen = ReturnType<typeof openScreen>

/** What a screen that says this hello is told first, and as what. */
export const firstMessage = (url: string, hello: object): Promise<unknown[]> =>
  new Promise((resolve) => {
    const socket = io(url, { auth: hello, forceNew: true })
    onTestFinished(() => void socket.disconnect())
    for (const name of ['night', 'refused'])
      socket.once(name, (message) => resolve([message, name]))
  })
