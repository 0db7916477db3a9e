import type { Command } from '../commands.ts'
import type { Deck } from '../deck.ts'
import { createObedience } from '../obey.ts'
import type { RoomClock } from './clock.ts'

/** The keys of a replay, as far as everyone can follow: no loop, and no pace but the clock's. [RPR1] */
export const createRoomObedience = (
  deck: Deck,
  clock: RoomClock,
  help: () => void,
): ((command: Command) => void) => {
  const obey = createObedience(deck, help)
  return (command) => {
    if (typeof command === 'object' && command.speed === 'max')
      return deck.refuse('A replay that everyone follows runs by its clock: 1 to 5')
    if (command === 'loop-in' || command === 'loop-out')
      return deck.refuse('A replay that everyone follows has no loop')
    if (command === 'next' && !deck.isLocked.value) return clock.step()
    obey(command)
  }
}
