import { fit } from '@night/client/fit'
import { changeWords, defenceOf, factsLine, neededWords, notWords } from '@night/client/seat-words'
import { foldAll, emptyBoard, type Seat } from '@night/shared/board'
import type { NightEvent } from '@night/shared/event'
import { beforeAll, expect, test } from 'vitest'
import { octoberPutRight } from '../support/put-right.ts'
import { definitionOf, midBedfordshire, october, recordedLog, tamworth } from '../support/night.ts'

let seats: Readonly<Record<string, Seat>>

beforeAll(async () => {
  const board = emptyBoard(await definitionOf(october), 'live')
  seats = foldAll(board, await recordedLog(october)).seatsById
})

const seat = (id: string): Seat => {
  const found = seats[id]
  if (!found) throw new Error(`${id} is not of this night`)
  return found
}
const result = (id: string) => {
  const { latest } = seat(id)
  if (!latest) throw new Error(`${id} was not declared`)
  return latest.result
}

test('[WALL7] before it declares a seat says who defends what, since when, and what it would take', () => {
  expect(defenceOf(seat(tamworth).contest)).toEqual({
    party: 'con',
    majority: 19_634,
    baseline: '2019 general election',
    since: '2010',
    satAs: 'ind',
    takenIn: null,
    swing: { to: 'lab', printed: '21.3' },
  })
  expect(defenceOf(seat(midBedfordshire).contest)).toMatchObject({
    satAs: null,
    since: '1931',
    swing: { to: 'lab', printed: '19.1' },
  })
})

test('[WALL7] a seat that a by-election took since last time was not held by who won it then', () => {
  const { contest } = seat(tamworth)
  const taken = { ...contest, holder: 'ld', heldSince: '2022-06-23' }
  expect(defenceOf(taken)).toMatchObject({
    party: 'con',
    since: null,
    satAs: 'ld',
    takenIn: '2022',
  })
})

test('[WALL7] where the source begins, the seat was held since then at least', () => {
  const { contest } = seat(tamworth)
  expect(defenceOf({ ...contest, heldSince: '1918-12-14' })?.since).toBe('1918 at least')
})

test('[WALL7] where nothing was there before nothing is defended, and a person has no swing', () => {
  const { contest } = seat(tamworth)
  expect(defenceOf({ ...contest, previous: null })).toBeNull()
  const votes = [
    { party: 'ind', votes: 900 },
    { party: 'lab', votes: 800 },
  ]
  const previous = { election: 'e', notional: false, votes, valid: 1700, majority: 100 }
  expect(defenceOf({ ...contest, previous })?.swing).toBeNull()
})

test('[WALL8] a swing stands beside the swing that was needed, unless it went to those who held the seat', () => {
  const { previous } = seat(tamworth).contest
  const { swing } = result(tamworth)
  if (!swing) throw new Error('there was a swing')
  expect(neededWords(previous, swing)).toBe('21.3')
  expect(neededWords(previous, { ...swing, from: 'lab', to: 'con' })).toBeNull()
  expect(neededWords(null, swing)).toBeNull()
})

test('[WALL8] after a tie, or one vote, no swing was needed that anybody could speak of', () => {
  const { contest } = seat(tamworth)
  const votes = [
    { party: 'con', votes: 12_001 },
    { party: 'lab', votes: 12_000 },
  ]
  const previous = { election: 'e', notional: false, votes, valid: 24_001, majority: 1 }
  const { swing } = result(tamworth)
  if (!swing) throw new Error('there was a swing')
  expect(neededWords(previous, swing)).toBeNull()
  expect(defenceOf({ ...contest, previous })?.swing).toBeNull()
})

test('[WALL6] a candidate’s change is against the party’s share last time, “new” where it had none', () => {
  const { candidates, turnout } = result(tamworth)
  const { previous } = seat(tamworth).contest
  const changes = Object.fromEntries(
    candidates.map((candidate) => [
      candidate.party,
      changeWords(candidate, turnout.valid, previous),
    ]),
  )
  expect(changes).toMatchObject({ lab: '+22.1', con: '−25.7', ruk: 'new', ukip: '−0.1', ind: '' })
})

test('[OUT7] the Speaker is told what the story says: against the Speaker’s share last time', async () => {
  const general = '2024-07-04-general-election'
  const board = foldAll(emptyBoard(await definitionOf(general), 'live'), await recordedLog(general))
  const { contest, latest } = board.seatsById['E14001170'] ?? seat(tamworth)
  const [speaker] = latest?.result.candidates ?? []
  if (!speaker || !latest) throw new Error('Chorley declared')
  expect(latest.words.story).toContain('Lindsay Hoyle (Speaker) had 25,238 votes, 74.3%, up 7.0')
  const { valid } = latest.result.turnout
  expect(changeWords(speaker, valid, contest.previous)).toBe('+7.0')
  expect(changeWords({ ...speaker, change: null }, valid, contest.previous)).toBe('')
})

test('[WALL6] one line of facts stands under a result: it never grows beyond its room', () => {
  const record = { rank: 1, asAt: '2023-10-20', scope: 's', proof: [] }
  const records = ['second-highest swing', 'first in a fortnight', 'x'.repeat(90)].map((text) => ({
    ...record,
    id: text,
    text,
    weight: 90,
  }))
  expect(factsLine({ ...seat(tamworth), records: [] })).toBe('The last MP sat as Ind')
  expect(factsLine({ ...seat(midBedfordshire), records: [] })).toBe('')
  expect(factsLine({ ...seat(midBedfordshire), records })).toBe(
    'Second-highest swing · First in a fortnight',
  )
})

test('[WALL6] [WALL8] of a swing to somebody without a party neither says that the other party was new, nor what was needed', async () => {
  const night = '2024-07-04-general-election'
  const board = foldAll(emptyBoard(await definitionOf(night), 'recorded'), await recordedLog(night))
  const seatOf = (name: string): Seat => {
    const found = Object.values(board.seatsById).find(
      ({ contest }) => contest.constituency.name === name,
    )
    if (!found) throw new Error(`${name} is of this night`)
    return { ...found, records: [] }
  }
  // Others without a party had a few votes there last time.
  for (const name of ['Blackburn', 'Bradford West', 'Birmingham Ladywood']) {
    const { contest, latest } = seatOf(name)
    expect(factsLine(seatOf(name))).toBe('')
    expect(latest?.result.swing && neededWords(contest.previous, latest.result.swing)).toBeNull()
  }
  expect(factsLine(seatOf('Clacton'))).toBe('Reform did not stand last time')
})

test('[WALL14] a name fills its measure by its width first, and is set smaller only when the narrowest is too long', () => {
  const stretch = (text: string): number => Number.parseFloat(fit(text, 9)['--stretch'] ?? '')
  const scale = (text: string): number => Number(fit(text, 9)['--scale'])
  expect(stretch('Tamworth')).toBe(125)
  expect(stretch('Mid Bedfordshire')).toBeLessThan(125)
  expect(stretch('Mid Bedfordshire')).toBeGreaterThan(62)
  expect(scale('Mid Bedfordshire')).toBe(1)
  const longest = 'Cumbernauld, Kilsyth and Kirkintilloch East'
  expect(stretch(longest)).toBe(62)
  expect(scale(longest)).toBeLessThan(1)
})

test('[WALL17] a correction names what was said before it, and then why', async () => {
  const { events, definition } = await octoberPutRight('corrected')
  const put = (kept: readonly NightEvent[]): Seat => {
    const found = foldAll(emptyBoard(definition, 'live'), kept).seatsById[tamworth]
    if (!found) throw new Error('Tamworth is of this night')
    return found
  }
  const right = put(events)
  const why = 'The two first were read the wrong way round'
  expect(factsLine(right, 200)).toMatch(new RegExp(`^Not Con hold · ${why}`))
  expect(factsLine(right, 10)).toBe(`Not Con hold · ${why}`)
  const { corrects } = right
  if (!corrects || !right.latest) throw new Error('it was put right')
  const { verdict, majority } = right.latest.result
  const by = { ...corrects, verdict, majority: { ...corrects.majority, votes: 1361 } }
  expect(factsLine({ ...right, corrects: by }, 200)).toMatch(new RegExp(`^Not by 1,361 · ${why}`))
  const from = { ...corrects, verdict: { ...verdict, party: 'ld' } }
  expect(notWords({ ...right, corrects: from })).toBe('Not Lib Dem gain from Con')
  expect(notWords({ ...right, corrects: { verdict, majority } })).toBeNull()
  expect(put(events.filter(({ kind }) => kind !== 'corrected')).corrects).toBeNull()
})
