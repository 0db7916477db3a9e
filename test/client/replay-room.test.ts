import { backIn, isForgotten, searchFrom } from '@night/client/replay/back'
import { createDriving } from '@night/client/replay/room/driving'
import { placeBefore, roomChapters, roomTape } from '@night/client/replay/room/room-tape'
import { lookingBackWords } from '@night/client/replay/view-words'
import { createDeck } from '@night/client/replay/deck'
import { controllerAfter, idleAfter } from '@night/shared/control'
import { previous, isDeclaration } from '@night/client/replay/moves'
import { NightEvent } from '@night/shared/event'
import { instant, milliseconds } from '@night/shared/time'
import { expect, test } from 'vitest'
import { definitionOf, october, recordedLog } from '../support/night.ts'
import { until } from '../support/until.ts'

const election = '2024-07-04-general-election'
const logged = async (night: string) => ({
  definition: await definitionOf(night),
  contests: [],
  mode: 'rehearsal' as const,
  events: await recordedLog(night),
})

test.each([
  ['/wall?night=a', '/wall?night=a'],
  ['/seat/E14000986?night=a&motion=off', '/seat/E14000986?night=a&motion=off'],
  ['/my?night=a', '/my?night=a'],
  ['//elsewhere.example/wall?night=a', null],
  ['https://elsewhere.example', null],
  ['/\\elsewhere.example?', null],
  ['/\t/elsewhere.example?', null],
  ['javascript:alert(1)', null],
  ['/api/nights?', null],
])('[RPR5] the way back from %j leads to %j', (back, expected) => {
  expect(backIn(`?night=a&back=${encodeURIComponent(back)}`)).toBe(expected)
})

test('[RPR5] who looks back sees the screen and the seat that were looked at, and the way back is whole', () => {
  const from = (search: string) => new URLSearchParams(searchFrom(search))
  const seat = from('?night=a&motion=off&back=/seat/e14000986')
  expect(seat.get('seat')).toBe('E14000986')
  expect(backIn(`?${seat.toString()}`)).toBe('/seat/e14000986?night=a&motion=off')
  const battle = from('?night=a&from=con&to=lab&back=/wall/battleground')
  expect([battle.get('screen'), battle.get('from')]).toEqual(['battleground', 'con'])
  expect(battle.get('back')).toBe('/wall/battleground?night=a&from=con&to=lab')
  const moved = `?${battle.toString()}&t=2023-10-20T01:45Z`
  expect(searchFrom(moved)).toBe(moved)
})

test('[RPR5] a screen that looks back says how far', async () => {
  const night = await logged(october)
  const open = { ...night, events: night.events.slice(0, 3) }
  const at = milliseconds('2023-10-20T02:22:00Z')
  const deck = createDeck(open, '?night=a&back=%2Fwall%3Fnight%3Da', at)
  expect(lookingBackWords(deck)).toBe('LOOKING BACK: nothing newer is known')
  deck.goTo({ time: milliseconds('2023-10-20T02:10:00Z'), count: 2 })
  expect(lookingBackWords(deck)).toBe('LOOKING BACK 12 min')
})

test('[RPL2 RPR1] on a room’s line a correction stands where it was published', async () => {
  const night = await logged(october)
  const [opened, tamworth, midBedfordshire] = night.events
  const publishedAt = '2023-10-20T03:10:00.000Z'
  const put = { kind: 'corrected', revision: 2, replaces: 2, reason: 'A bundle was missed.' }
  const more = { publishedAt, consequences: [], recordChanges: [], seq: 4 }
  const corrected = NightEvent.parse({ ...tamworth, ...put, ...more })
  const events = [opened, tamworth, midBedfordshire, corrected].map((one) => NightEvent.parse(one))
  const timesUntil = (to: string) =>
    roomTape({ ...night, events }, to)
      .entries.slice(1)
      .map(({ time }) => instant(time).slice(11, 16))
  expect(timesUntil(publishedAt)).toEqual(['01:45', '02:20', '03:10'])
  expect(timesUntil('2023-10-20T03:00:00.000Z')).toEqual(['01:45', '02:20'])
})

test('[RPY5 RPR1] a room that ends before its night calls nothing the last or the largest', async () => {
  const night = await logged(election)
  const wordsUntil = (to: string): string =>
    roomChapters(roomTape(night, to), night)
      .map(({ words }) => words)
      .join('\n')
  const all = wordsUntil('2024-07-07T00:00:00.000Z')
  expect(all).toMatch(/^Last declaration: /m)
  expect(all).toMatch(/^Largest swing: /m)
  expect(wordsUntil('2024-07-05T00:30:00.000Z').split('\n')).toEqual([
    'Polls close',
    'First declaration: Houghton and Sunderland South',
    'First gain: Swindon South',
  ])
})

test('[RPR6] after five minutes without a key or pointer nobody is there', () => {
  expect([299_999, 300_000].map((now) => isForgotten(0, now))).toEqual([false, true])
})

test('[RPR1] what was declared in one minute comes together, and a step back leaves all of it', async () => {
  const tape = roomTape(await logged(election), '2024-07-05T03:40:00.000Z')
  expect(instant(tape.end)).toBe('2024-07-05T03:40:00.000Z')
  const to = previous(tape, placeBefore(tape, tape.end), isDeclaration)
  expect(to?.time).toBeLessThan(tape.end)
})

test('[RPR1] moves are sent one after the other, and what waits is sent as one', async () => {
  const sent: object[] = []
  const told: boolean[] = []
  const refused = {
    ok: false,
    status: 409,
    code: 'driven',
    words: 'Anna drives this replay.',
  } as const
  const talk = {
    patch: async (_path: string, body: object) => {
      sent.push(body)
      return refused
    },
    post: async () => refused,
  }
  const onTold = (_answer: unknown, isLast: boolean) => void told.push(isLast)
  const driving = createDriving({ talk, path: '/api/replays/abcd', onTold })
  driving.move({ position: '2023-10-20T01:45:00Z' })
  driving.move({ position: '2023-10-20T01:46:00Z' })
  driving.move({ playing: true })
  await until('it was refused', () => told.length > 0)
  driving.move({ speed: 60 })
  driving.move({ speed: 10 })
  await until('that too', () => told.length > 1)
  expect(sent).toEqual([{ position: '2023-10-20T01:45:00Z' }, { speed: 60 }])
})

test('[RPR3] who drives keeps it by moving, and loses it a minute after the last move', () => {
  const anna = { id: 'a', name: 'Anna' }
  const bob = { id: 'b', name: 'Bob' }
  const taken = controllerAfter(null, { who: anna, control: 'take' }, 0)
  if (taken === null || taken === 'refused') throw new Error('Not taken.')
  const moved = controllerAfter(taken, { who: anna }, 50_000)
  if (moved === null || moved === 'refused') throw new Error('Not moved.')
  expect(moved.since).toBe(taken.since)
  const tryAt = (now: number) => controllerAfter(moved, { who: bob, control: 'take' }, now)
  expect(tryAt(50_000 + idleAfter - 1)).toBe('refused')
  expect(tryAt(50_000 + idleAfter)).toMatchObject({ id: 'b' })
  expect(controllerAfter(moved, { who: bob }, 500_000)).toBe('refused')
  expect(controllerAfter(moved, { who: anna, control: 'release' }, 60_000)).toBeNull()
})
