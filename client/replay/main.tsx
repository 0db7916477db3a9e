import { signal } from '@preact/signals'
import { render } from 'preact'
import { takeDelivery } from '../parts/delivery.ts'
import { NoNight } from '../parts/no-night.tsx'
import { createTalk } from '../parts/talk.ts'
import { keepStillWhereAsked } from '../still.ts'
import { createAddressKeeper } from './address.ts'
import { backIn, searchFrom } from './back.ts'
import { createDeck } from './deck.ts'
import { leaveWhenForgotten } from './forgotten.ts'
import { listenToKeys } from './keys.ts'
import { createObedience } from './obey.ts'
import { isGoingOn, type LoggedNight, readNight, readOn } from './read-night.ts'
import { Refused } from './refused.tsx'
import { Replay } from './replay.tsx'
import { Share } from './share.tsx'

const beat = 100
/** Milliseconds after which a night that goes on is asked for more. */
const patience = 2000

const { night, token } = takeDelivery()
const root = document.getElementById('replay') ?? document.body
const talk = createTalk(() => token)
keepStillWhereAsked()

const open = (logged: LoggedNight): void => {
  const search = searchFrom(location.search)
  const back = backIn(search)
  history.replaceState(null, '', location.pathname + search)
  const deck = createDeck(logged, search, Date.now())
  const isHelping = signal(false)
  const obey = createObedience(deck, () => {
    isHelping.value = !isHelping.value
  })
  const keepAddress = createAddressKeeper(deck)
  listenToKeys(obey)
  setInterval(() => {
    deck.tick(Date.now())
    keepAddress(Date.now())
  }, beat)
  if (back !== null && isGoingOn(logged)) leaveWhenForgotten(back)
  const follow = async (): Promise<void> => {
    const grown = await readOn(talk, deck.night.value)
    if (grown !== deck.night.value) deck.renew(grown)
    setTimeout(() => void follow(), patience)
  }
  if (isGoingOn(logged)) setTimeout(() => void follow(), patience)
  root.replaceChildren()
  render(<Replay {...{ deck, obey, isHelping }} share={<Share deck={deck} />} />, root)
}

const begin = async (id: string): Promise<void> => {
  const read = await readNight(talk, id)
  if (read.ok) open(read.answer)
  else {
    root.replaceChildren()
    render(<Refused words={read.words} />, root)
  }
}

if (night === null) {
  root.replaceChildren()
  render(<NoNight />, root)
} else void begin(night)
