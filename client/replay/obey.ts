import { keptChoice, mine } from '../my/choice.ts'
import type { Command, Step } from './commands.ts'
import type { Deck } from './deck.ts'
import { isDeclaration, isGain, isOf, next, previous } from './moves.ts'
import { placeAt } from './tape.ts'
import { shownChapters } from './view-words.ts'

const minute = 60_000

/** Does what a key or a button asks for. [RPY2 RPY3] */
export const createObedience =
  (deck: Deck, help: () => void) =>
  (command: Command): void => {
    if (typeof command === 'object') return deck.look(command)
    obey(deck, command, help)
  }

const obey = (deck: Deck, step: Step, help: () => void): void => {
  switch (step) {
    case 'play':
      return play(deck)
    case 'next':
    case 'previous':
      return stepBy(deck, step, { wanted: isDeclaration, what: 'declaration' })
    case 'next-gain':
    case 'previous-gain':
      return stepBy(deck, step, { wanted: isGain, what: 'gain' })
    case 'next-mine':
    case 'previous-mine':
      return stepInMine(deck, step)
    case 'minute-on':
      return shift(deck, minute)
    case 'minute-back':
      return shift(deck, -minute)
    case 'ten-on':
      return shift(deck, 10 * minute)
    case 'ten-back':
      return shift(deck, -10 * minute)
    case 'next-chapter':
    case 'previous-chapter':
      return stepChapter(deck, step)
    case 'edge':
      return deck.goToEdge()
    case 'live':
      return leave(deck)
    case 'loop-in':
    case 'loop-out':
      return loop(deck, step)
    case 'help':
      return help()
  }
}

/** To the screen that was left to look back. [RPR5] */
const leave = ({ back, refuse }: Deck): void => {
  if (back === null) refuse('No live screen was left')
  else location.assign(back)
}

/** At the end it begins again. */
const play = (deck: Deck): void => {
  const { view, tape, isWaiting } = deck
  const { isPlaying } = view.value
  if (!isPlaying && deck.place().time >= tape.value.end && !isWaiting.value)
    deck.goTo(placeAt(tape.value, tape.value.start))
  deck.look({ isPlaying: !isPlaying })
}

const shift = (deck: Deck, by: number): void =>
  deck.goTo(placeAt(deck.tape.value, deck.place().time + by))

type Sought = { readonly wanted: typeof isDeclaration; readonly what: string }

const stepBy = (deck: Deck, step: Step, { wanted, what }: Sought): void => {
  const isOn = step.startsWith('next')
  const { tape } = deck
  const to = isOn
    ? next(tape.value, deck.place(), wanted)
    : previous(tape.value, deck.placeBefore(), wanted)
  if (to) deck.stepTo(to)
  else if (step === 'previous') deck.goTo(placeAt(tape.value, tape.value.start))
  else deck.refuse(`No ${what} ${isOn ? 'after' : 'before'} this`)
}

/** A reporter's own seats, as chosen on the phone's screen. */
const stepInMine = (deck: Deck, step: Step): void => {
  const { id, contests } = deck.night.value.definition
  const all = contests.map(({ constituency }) => constituency.id)
  const seats = new Set(mine(keptChoice(id), all))
  if (seats.size === 0) return deck.refuse('No seats are chosen yet: choose them on /my')
  stepBy(deck, step, { wanted: isOf(seats), what: 'declaration in my seats' })
}

const stepChapter = (deck: Deck, step: Step): void => {
  const { time, count } = deck.place()
  const chapters = shownChapters(deck)
  const isOn = step === 'next-chapter'
  // Of one moment the chapter before is the one of which less is told.
  const before = deck.placeBefore().count
  const to = isOn
    ? chapters.find((chapter) => chapter.time > time || chapter.count > count)
    : chapters.findLast((chapter) => chapter.count < (chapter.time < time ? count : before))
  if (to) deck.stepTo(to)
  else deck.refuse(isOn ? 'No chapter after this' : 'No chapter before this')
}

/** The other end of a loop that was whole begins a new one. */
const loop = (deck: Deck, step: Step): void => {
  const { time } = deck.place()
  const before = deck.view.value.loop
  if (step === 'loop-in') return deck.look({ loop: { from: time, to: null } })
  if (before === null || before.from >= time) return deck.refuse('A loop begins before it ends: [')
  deck.look({ loop: { from: before.from, to: time } })
}
