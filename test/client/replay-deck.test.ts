import { createDeck, type OwnDeck } from '@night/client/replay/deck'
import { createObedience } from '@night/client/replay/obey'
import type { LoggedNight } from '@night/client/replay/read-night'
import { sourceWords } from '@night/client/replay/view-words'
import { declaredSeats } from '@night/shared/declared'
import { modeWords } from '@night/client/night-clock'
import { Mode } from '@night/shared/night'
import { clockTime } from '@night/shared/time'
import { expect, test } from 'vitest'
import { definitionOf, october, recordedLog, tamworth } from '../support/night.ts'

const logged = async (id: string, mode: Mode = 'recorded'): Promise<LoggedNight> => {
  const definition = await definitionOf(id)
  return { definition, contests: [], mode, events: await recordedLog(id) }
}
const shown = (deck: OwnDeck): [string, number] => [
  clockTime(deck.time.value),
  declaredSeats(deck.board.value).length,
]
const second = 1000

test('[RPY3] a night plays at its speed, stands while it is paused, and stops at its end', async () => {
  const deck = createDeck(await logged(october), '?t=2023-10-20T01:40Z', 0)
  const obey = createObedience(deck, () => undefined)
  deck.tick(60 * second)
  expect(shown(deck)).toEqual(['2.40am', 0])
  obey('play')
  deck.tick(64 * second)
  expect(shown(deck)).toEqual(['2.44am', 0])
  deck.tick(65 * second)
  expect(shown(deck)).toEqual(['2.45am', 1])
  expect(deck.moment.value.seats).toEqual([tamworth])
  obey({ speed: 300 })
  deck.tick(66 * second)
  expect(shown(deck)).toEqual(['2.50am', 1])
  deck.tick(90 * second)
  expect(shown(deck)).toEqual(['3.21am', 2])
  expect(deck.view.value.isPlaying).toBe(false)
  obey('play')
  expect(shown(deck)).toEqual(['10.00pm', 0])
})

test('[RPY3] as fast as it looks good waits 300 milliseconds for the next', async () => {
  const deck = createDeck(await logged(october), '?speed=max&play=on', 0)
  deck.tick(200)
  expect(shown(deck)).toEqual(['10.00pm', 0])
  deck.tick(300)
  expect(shown(deck)).toEqual(['2.45am', 1])
  deck.tick(500)
  expect(shown(deck)).toEqual(['2.45am', 1])
  deck.tick(600)
  expect(shown(deck)).toEqual(['3.20am', 2])
})

test('[RPY3] what cannot be done is said, and nothing moves', async () => {
  const deck = createDeck(await logged('2024-07-04-general-election'), '', 0)
  const obey = createObedience(deck, () => undefined)
  obey('next-mine')
  expect(deck.note.value).toBe('No seats are chosen yet: choose them on /my')
  obey('previous-gain')
  expect(deck.note.value).toBe('No gain before this')
  obey('loop-out')
  expect(deck.note.value).toContain('A loop begins')
  expect(shown(deck)).toEqual(['10.00pm', 0])
  obey('next-chapter')
  expect([deck.note.value, ...shown(deck)]).toEqual(['', '11.17pm', 1])
  expect(deck.spoken.value).toContain('Houghton and Sunderland South')
})

test.each(Mode.options)(
  '[RPY8] a private replay of a night that is %s never looks live',
  async (mode) => {
    const deck = createDeck(await logged(october, mode), '', 0)
    const words = sourceWords(deck.night.value).join(' ')
    expect(words).toMatch(/^(RECORDED|REPLAY|REHEARSAL) Private replay of a/)
    const { night, state } = deck.board.value
    expect(night.mode).toBe('replay')
    expect(modeWords(night.mode, deck.history.value.clock, state)).toBe('REPLAY PAUSED')
  },
)

test('[RPY3 RPY5] chapters are gone through on and back, also two of one minute', async () => {
  const deck = createDeck(await logged('2024-07-04-general-election'), '', 0)
  const obey = createObedience(deck, () => undefined)
  const through = (step: 'next-chapter' | 'previous-chapter'): number[] =>
    deck.chapters.value.slice(1).map(() => {
      obey(step)
      return deck.place().count
    })
  const counts = deck.chapters.value.map(({ count }) => count)
  expect(through('next-chapter')).toEqual(counts.slice(1))
  expect(through('previous-chapter')).toEqual(counts.slice(0, -1).toReversed())
})

test('[RPY5 RPY12] of a night that goes on no declaration is called the last while seats are awaited', async () => {
  const { events, ...night } = await logged(october, 'live')
  const lastOf = (count: number): string | undefined =>
    createDeck({ ...night, events: events.slice(0, count) }, '', 0).chapters.value.at(-1)?.words
  expect(lastOf(2)).toBe('First declaration, first gain: Tamworth')
  expect(lastOf(3)).toBe('Last declaration: Mid Bedfordshire')
})

test('[RPY12] at the end of a night that goes on it waits, and what comes arrives', async () => {
  const whole = await logged(october, 'live')
  const deck = createDeck({ ...whole, events: whole.events.slice(0, 2) }, '', 0)
  const obey = createObedience(deck, () => undefined)
  obey('edge')
  expect([deck.isWaiting.value, ...shown(deck)]).toEqual([true, '2.45am', 1])
  deck.tick(second)
  deck.renew({ ...whole, events: whole.events.slice(0, 3) })
  expect([deck.isWaiting.value, ...shown(deck)]).toEqual([true, '3.20am', 2])
  expect(deck.spoken.value).toContain('Mid Bedfordshire')
  obey('previous')
  expect([deck.isWaiting.value, ...shown(deck)]).toEqual([false, '2.45am', 1])
  deck.renew(whole)
  expect(shown(deck)).toEqual(['2.45am', 1])
})

test('[RPY12] a night whose log was put back is shown as far as it is now', async () => {
  const whole = await logged(october, 'live')
  const deck = createDeck({ ...whole, events: whole.events.slice(0, 3) }, '?t=2023-10-20T02:30Z', 0)
  expect([deck.declared.value, ...shown(deck)]).toEqual([2, '3.20am', 2])
  deck.renew({ ...whole, events: whole.events.slice(0, 2) })
  expect([deck.declared.value, ...shown(deck)]).toEqual([1, '2.45am', 1])
})

test('[RPY10] turned to hindsight it stays at its time', async () => {
  const deck = createDeck(await logged(october), '?t=2023-10-20T02:00Z', 0)
  deck.look({ hindsight: true })
  expect(shown(deck)).toEqual(['3.00am', 1])
})

test('[RPY3] what comes faster than it can be read is drawn three times a second, and without a curtain', async () => {
  const deck = createDeck(
    await logged('2024-07-04-general-election'),
    '?t=2024-07-05T03:30Z&speed=300&play=on',
    0,
  )
  const pictures = new Set<number>()
  const curtains = new Set<string>()
  for (let now = 100; now <= 3000; now += 100) {
    deck.tick(now)
    pictures.add(deck.count.value)
    if (deck.moment.value.hash !== '') curtains.add(deck.moment.value.hash)
  }
  expect(shown(deck)[0]).toBe('4.45am')
  expect(pictures.size).toBeLessThanOrEqual(11)
  expect(curtains.size).toBe(1)
})
