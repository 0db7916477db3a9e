import type { Replay as ReplayRecord } from '@night/shared/replay'
import { computed, effect, signal } from '@preact/signals'
import { render } from 'preact'
import { createBooks } from '../../parts/reading.ts'
import { createTalk } from '../../parts/talk.ts'
import { readWritingToken } from '../../parts/writing-token.ts'
import { keepStillWhereAsked } from '../../still.ts'
import { readToken } from '../../token.ts'
import { listenToKeys } from '../keys.ts'
import { type LoggedNight, readNight } from '../read-night.ts'
import { Refused } from '../refused.tsx'
import { Replay } from '../replay.tsx'
import { createRoomClock } from './clock.ts'
import { followRoom } from './follow-room.ts'
import { createRoomObedience } from './obey-room.ts'
import { createRoomDeck } from './room-deck.ts'
import { RoomLine } from './room-line.tsx'
import { createRoom, pathOf, type Room } from './room.ts'
import { roomTape } from './room-tape.ts'
import { roomSearchOf } from './room-address.ts'

const { search } = location
const writing = readWritingToken()
const token = writing ?? readToken()
const talk = createTalk(() => readWritingToken() ?? token)
const root = document.getElementById('replay') ?? document.body
keepStillWhereAsked()

const open = (logged: LoggedNight, room: Room): void => {
  const { night } = room.replay.value
  const followed = followRoom(night, token)
  const end = computed(() => room.replay.value.to)
  const tape = computed(() => roomTape(logged, end.value))
  const clock = createRoomClock({ talk, room, followed, tape, read: Date.now })
  const books = createBooks(night, token)
  const deck = createRoomDeck({ logged, tape, followed, clock, room, books, search })
  const isHelping = signal(false)
  const obey = createRoomObedience(deck, clock, () => {
    isHelping.value = !isHelping.value
  })
  listenToKeys(obey)
  // The server's clock comes with every move, and with every change of who drives.
  const heard = computed(() => followed.history.value.clock)
  effect(() => {
    if (heard.value) void room.look()
  })
  effect(() => {
    history.replaceState(null, '', location.pathname + roomSearchOf(search, deck.view.value))
  })
  root.replaceChildren()
  render(
    <Replay {...{ deck, obey, isHelping }}>
      <RoomLine {...{ room, clock }} />
    </Replay>,
    root,
  )
}

const refuse = (words: string): void => {
  root.replaceChildren()
  render(<Refused words={words} />, root)
}

const begin = async (id: string): Promise<void> => {
  const told = await talk.get<ReplayRecord>(pathOf(id))
  if (!told.ok) return refuse(told.words)
  const read = await readNight(talk, told.answer.of)
  if (!read.ok) return refuse(read.words)
  const room = createRoom(told.answer, talk)
  if (writing !== null) await room.enter()
  open(read.answer, room)
}

void begin(new URLSearchParams(search).get('room') ?? '')
