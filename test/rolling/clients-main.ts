import { type Board, fold } from '@night/shared/board'
import { createLine } from '@night/client/line'
import type { NightEvent } from '@night/shared/event'
import { seatsByParty } from '@night/shared/house'
import type { NightMessage, ServerToScreen } from '@night/shared/protocol'
import { io, type Socket } from 'socket.io-client'
import type { HistoryLine } from '../faults/history.ts'
import { createLinesFile } from '../faults/run/lines-file.ts'
import { type ClientKind, kindOf } from './client-kinds.ts'

// So many clients of one address, as a process of their own: screens, with the line that real screens have; programs,
// as Socket.IO's client is by default; and some that can only poll. What they see goes into one file, how long they
// were cut off into another.
const [url = '', night = '', count = '0', file = '', waitsFile = '', name = ''] =
  process.argv.slice(2)
const every = 20
const history = createLinesFile(file)
const write: (line: HistoryLine) => void = history.write
const waits = createLinesFile(waitsFile)

const head = () => ({ t: Date.now(), pid: process.pid, role: 'screen' as const, night })
const seatsOf = (board: Board) =>
  Object.fromEntries(seatsByParty(board).map(({ party, seats }) => [party, seats]))

/** What a client has heard, written down; the same for every kind. */
const createEar = (client: string, kind: ClientKind) => {
  let board: Board | null = null
  let droppedAt: number | null = null
  let times = 0
  const onEvent = (event: NightEvent): void => {
    if (board) board = fold(board, event)
    const { seq, hash } = event
    const shown = board && seq % every === 0 ? { shown: { seats: seatsOf(board) } } : {}
    write({ ...head(), kind: 'recv', client, seq, hash, ...shown })
  }
  return {
    hello: () => ({ night, ...(board && { since: { seq: board.seq, hash: board.hash } }) }),
    onEvent,
    onNight: (message: NightMessage): void => {
      times += 1
      if (times > 1) write({ ...head(), kind: 'reconnect', client })
      if (droppedAt !== null) waits.write({ client, kind, waited: Date.now() - droppedAt })
      droppedAt = null
      if ('events' in message) return message.events.forEach(onEvent)
      board = message.board
      write({ ...head(), kind: 'reset', client, seq: board.seq, hash: board.hash })
    },
    onDropped: (): void => void (droppedAt ??= Date.now()),
  }
}

const openScreen = (client: string): void => {
  const ear = createEar(client, 'screen')
  createLine({
    url,
    hello: ear.hello,
    onHeard: (heard) => {
      if (heard.kind === 'night') ear.onNight(heard.message)
      else if (heard.kind === 'event') ear.onEvent(heard.event)
      else if (heard.kind === 'dropped') ear.onDropped()
    },
  })
}

const openProgram = (client: string, kind: 'program' | 'polling'): void => {
  const ear = createEar(client, kind)
  const socket: Socket<ServerToScreen> = io(url, {
    auth: (send) => send(ear.hello()),
    ...(kind === 'polling' && { transports: ['polling'] }),
  })
  socket.on('night', ear.onNight)
  socket.on('event', (event) => void ('kind' in event && ear.onEvent(event)))
  socket.on('disconnect', (reason) => {
    ear.onDropped()
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 500)
  })
}

for (let place = 0; place < Number(count); place += 1) {
  const kind = kindOf(place)
  const client = `${name}${place}-${kind}`
  if (kind === 'screen') openScreen(client)
  else openProgram(client, kind)
}
process.on('SIGTERM', () => {
  history.flush()
  waits.flush()
  process.exit(0)
})
process.stdout.write('clients are there\n')
