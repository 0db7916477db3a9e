import { type Board, fold } from '@night/shared/board'
import type { NightEvent } from '@night/shared/event'
import { seatsByParty } from '@night/shared/house'
import type { NightMessage, ServerToScreen } from '@night/shared/protocol'
import { io, type Socket } from 'socket.io-client'
import type { HistoryLine } from '../history.ts'
import { createLinesFile } from './lines-file.ts'

// So many clients of one server, as a process of their own; each line of what they see is appended to a file.
const [url = '', night = '', count = '0', file = '', name = ''] = process.argv.slice(2)
const every = 20
const write: (line: HistoryLine) => void = createLinesFile(file).write

const head = () => ({ t: Date.now(), pid: process.pid, role: 'screen' as const, night })

const shownOf = (board: Board) => ({
  seats: Object.fromEntries(seatsByParty(board).map(({ party, seats }) => [party, seats])),
})

const openClient = (client: string): void => {
  let board: Board | null = null
  let times = 0
  const socket: Socket<ServerToScreen> = io(url, {
    auth: (send) => {
      const since = board && { seq: board.seq, hash: board.hash }
      send({ night, ...(since && { since }) })
    },
    reconnectionDelay: 50,
    reconnectionDelayMax: 500,
    forceNew: true,
    transports: ['websocket'],
  })
  const take = (event: NightEvent): void => {
    if (board) board = fold(board, event)
    const { seq, hash } = event
    const isShown = board !== null && seq % every === 0
    const shown = isShown && board ? { shown: shownOf(board) } : {}
    write({ ...head(), kind: 'recv', client, seq, hash, ...shown })
  }
  socket.on('connect', () => {
    times += 1
    if (times > 1) write({ ...head(), kind: 'reconnect', client })
  })
  socket.on('night', (message: NightMessage) => {
    if ('events' in message) return message.events.forEach(take)
    board = message.board
    const afresh = 'reset' in message
    write({ ...head(), kind: 'reset', client, seq: board.seq, hash: board.hash, afresh })
  })
  socket.on('event', (event) => void ('kind' in event && take(event)))
  socket.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 100)
  })
}

for (let place = 1; place <= Number(count); place += 1) openClient(`${name}${place}`)
process.stdout.write('clients are there\n')
