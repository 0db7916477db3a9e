import { createDeck } from '@night/client/replay/deck'
import { createObedience } from '@night/client/replay/obey'
import type { LoggedNight } from '@night/client/replay/read-night'
import { placeAfter, placeAt } from '@night/client/replay/tape'
import { dragWords, shownAxis, shownChapters, shownTape } from '@night/client/replay/view-words'
import { digitalTime, milliseconds } from '@night/shared/time'
import { expect, test } from 'vitest'
import { definitionOf, october, recordedLog } from '../support/night.ts'

const logged = async (id: string): Promise<LoggedNight> => {
  const definition = await definitionOf(id)
  return { definition, contests: [], mode: 'recorded', events: await recordedLog(id) }
}
const second = 1000

test('[RPY9] without spoilers nothing is known of what is ahead, not even how long it takes', async () => {
  const deck = createDeck(await logged('2024-07-04-general-election'), '?spoilers=off', 0)
  const length = shownAxis(deck).end - shownAxis(deck).start
  expect(length).toBe(12 * 3600 * second)
  expect(shownTape(deck).entries.length).toBe(1)
  expect(shownChapters(deck).map(({ words }) => words)).toEqual(['Polls close'])
  const obey = createObedience(deck, () => undefined)
  obey('next-chapter')
  expect(deck.note.value).toBe('No chapter after this')
  obey('next-gain')
  obey('previous')
  // What was seen once is no secret any more.
  expect(shownChapters(deck).at(-1)?.words).toBe('First gain: Swindon South')
  deck.look({ spoilers: true })
  expect(shownAxis(deck).end).toBe(deck.tape.value.end)
})

test('[RPY9] without spoilers no chapter says what only the end tells, until the end was seen', async () => {
  const deck = createDeck(
    await logged('2024-07-04-general-election'),
    '?spoilers=off&t=2024-07-05T02:40Z',
    0,
  )
  const told = (): string =>
    shownChapters(deck)
      .map(({ words }) => words)
      .join('\n')
  expect(told()).toContain('100 declared: Heywood and Middleton North')
  expect(told()).not.toContain('Largest swing')
  deck.goToEdge()
  expect(told()).toContain('Largest swing: Clacton')
  expect(told()).toContain('Last declaration: Inverness, Skye and West Ross-shire')
})

test('[RPY9] without spoilers a drag ahead tells the time only, a drag back how much was declared', async () => {
  const deck = createDeck(await logged(october), '?t=2023-10-20T01:45Z', 0)
  const words = (time: string): string =>
    dragWords(deck, placeAt(deck.tape.value, milliseconds(time)))
  expect(words('2023-10-20T02:20Z')).toBe('03:20, 2 declared')
  deck.look({ spoilers: false })
  expect([words('2023-10-20T02:20Z'), words('2023-10-20T02:00Z')]).toEqual(['03:20', '03:00'])
  expect(words('2023-10-20T01:40Z')).toBe('02:40, 0 declared')
})

test('[RPY9] without spoilers a drag within the minute that is shown tells nothing of what else came in it', async () => {
  const deck = createDeck(await logged('2024-07-04-general-election'), '?spoilers=off', 0)
  const { entries } = deck.tape.value
  const first = entries.findIndex(
    (entry, place) => entry.declared > 0 && entries[place + 1]?.time === entry.time,
  )
  deck.stepTo(placeAfter(deck.tape.value, first))
  const { time } = deck.place()
  expect(dragWords(deck, placeAt(deck.tape.value, time))).toBe(digitalTime(time))
})
