import { batch } from '@preact/signals'
import { isStatement } from '../statement.ts'
import { momentAfter, noMoment } from '../wall/moment.ts'
import { advanced, steppedOn } from './advance.ts'
import type { DeckState } from './deck-state.ts'
import { isGoingOn, type LoggedNight } from './read-night.ts'
import { countAt, type Place, placeAt } from './tape.ts'
import type { View } from './view.ts'

/** Milliseconds between two pictures while it plays: what changes faster flickers, and nobody can read it. */
const pace = 300
/** Milliseconds after which an arrival is entitled to its curtain again. */
const calm = 2000

const see = ({ seen }: DeckState, { time, count }: Place): void => {
  const before = seen.peek()
  if (time <= before.time && count <= before.count) return
  seen.value = { time: Math.max(before.time, time), count: Math.max(before.count, count) }
}

const stand = (state: DeckState, place: Place): void => {
  state.anchor.value = { time: place.time, setAt: state.now.value }
  state.count.value = place.count
  see(state, place)
}

export const placeNow = ({ time, count }: DeckState): Place => ({
  time: time.value,
  count: count.value,
})

/** There at once, with nothing arriving on the way; whoever leaves the edge stands still. [RPY1] */
export const goTo = (state: DeckState, place: Place): void =>
  batch(() => {
    const { isWaiting, view } = state
    if (isWaiting.value) view.value = { ...view.value, isPlaying: false }
    isWaiting.value = false
    state.moment.value = noMoment
    state.note.value = ''
    stand(state, place)
  })

/** On, and what comes on the way arrives as it did. */
const goOn = (state: DeckState, place: Place): void =>
  batch(() => {
    const { tape, count, moment, now, speaker, time, view } = state
    const told = tape.value.entries.slice(count.value, place.count).map(({ event }) => event)
    const arrived = told.filter(isStatement)
    const isRush = now.value - moment.value.at < calm
    const after = momentAfter(moment.value, arrived, now.value)
    moment.value = isRush ? { ...after, hash: '', hashes: [] } : after
    speaker.hear(arrived, now.value)
    if (place.time !== time.value || view.value.speed === 'max') stand(state, place)
    count.value = place.count
    see(state, place)
  })

/** Looks at it otherwise, in the same place. */
export const look = (state: DeckState, change: Partial<View>): void =>
  batch(() => {
    const { view, anchor, now, seen, tape, isWaiting } = state
    const { time } = placeNow(state)
    const isTurned = change.hindsight !== undefined && change.hindsight !== view.value.hindsight
    view.value = { ...view.value, ...change }
    anchor.value = { time, setAt: now.value }
    if (!isTurned) return
    seen.value = { ...seen.value, count: countAt(tape.value, seen.value.time) }
    if (isWaiting.value) goToEdge(state)
    else goTo(state, placeAt(tape.value, time))
  })

/** The end of a night that goes on is waited at; any other is the end. [RPY12] */
const finish = (state: DeckState): void => {
  const { night, isWaiting } = state
  const mayGoOn = isGoingOn(night.value)
  look(state, { isPlaying: mayGoOn })
  isWaiting.value = mayGoOn
}

/** To the end at once; of a night that goes on, as far as it is. [RPY12] */
export const goToEdge = (state: DeckState): void =>
  batch(() => {
    goTo(state, endOf(state))
    finish(state)
  })

const endOf = ({ tape }: DeckState): Place => placeAt(tape.value, tape.value.end)

/** As far as the night's clock has come. [RPY3] */
export const playOn = (state: DeckState): void => {
  const { view, now, anchor, tape, moment } = state
  const place = placeNow(state)
  const isPaced = view.value.speed === 'max'
  if (now.value - (isPaced ? anchor.value.setAt : moment.value.at) < pace) return
  const to = (isPaced ? steppedOn : advanced)(tape.value, view.value, place)
  if (to !== null && to.time < place.time) goTo(state, to)
  else if (to === null || to.time >= tape.value.end) {
    goOn(state, endOf(state))
    finish(state)
  } else if (to.time !== place.time || to.count !== place.count) goOn(state, to)
  else see(state, to)
}

/** The night has grown, or is another run, or an earlier log was put back. [RPY12] */
export const renew = (state: DeckState, grown: LoggedNight): void =>
  batch(() => {
    const { night, tape, view, isWaiting } = state
    const { time } = placeNow(state)
    const { events } = night.value
    const isOther = grown.events[events.length - 1]?.hash !== events.at(-1)?.hash
    night.value = grown
    if (isWaiting.value) {
      goOn(state, endOf(state))
      finish(state)
    } else if (isOther || view.value.hindsight) goTo(state, placeAt(tape.value, time))
  })
