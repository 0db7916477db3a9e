import { canonical } from '@night/shared/chain'
import type { NightDefinition } from '@night/shared/night'
import { milliseconds } from '@night/shared/time'
import { between, seeded, some } from '@night/worker/rehearsal/random'
import type { Step } from '@night/worker/rehearsal/step'
import { sha256 } from '@night/worker/sha256'
import { expect, test } from 'vitest'
import { october } from '../../support/night.ts'
import { december, eventful, july, names, rehearsed } from './rehearsed.ts'
import { throughTheHouse } from './through.ts'

const digest = (steps: readonly Step[]): string => sha256(canonical(steps)).slice(0, 12)

test.each(names)('[RHS1] %s: the same seed gives the same steps, in order', async (name) => {
  const { steps } = await rehearsed(december, name)
  expect(digest((await rehearsed(december, name)).steps)).toBe(digest(steps))
  expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).toSorted((a, b) => a - b))
})

test('[RHS1] what is left to chance is the seed’s', async () => {
  const digests = await Promise.all(
    [1, 2].flatMap((seed) =>
      names.map(async (name) => digest((await rehearsed(october, name, seed)).steps)),
    ),
  )
  expect(digests).toMatchInlineSnapshot(`
    [
      "46660041bf97",
      "ce4c7fc8a61c",
      "1659e9b5df01",
      "591bcc1fd0e8",
      "628d40bf7318",
      "220b0aa1ccdc",
      "d8bc732d7f82",
      "ccbf26d38084",
      "46660041bf97",
      "4e2b95f7e352",
      "61d24cf24b08",
      "591bcc1fd0e8",
      "628d40bf7318",
      "a4f97933919a",
      "d8bc732d7f82",
      "119a9e63050e",
    ]
  `)
  const one = seeded(7)
  expect(Array.from({ length: 3 }, () => between(one, 1, 6))).toMatchInlineSnapshot(`
    [
      1,
      1,
      6,
    ]
  `)
  expect(some(seeded(7), [1, 2, 3, 4, 5], 3)).toHaveLength(3)
})

/** Seats by party in what the steps declare, by the votes alone. */
const seatsIn = ({ contests }: NightDefinition, steps: readonly Step[]): Map<string, number> => {
  const contestById = new Map(contests.map((one) => [one.constituency.id, one]))
  const seats = new Map<string, number>()
  for (const { send } of steps) {
    if (send.kind !== 'declaration') continue
    const [first] = send.body.votes.toSorted((a, b) => b.votes - a.votes)
    const { candidates } = contestById.get(send.body.constituency) ?? { candidates: [] }
    const party = candidates.find(({ id }) => id === first?.candidate)?.party ?? ''
    seats.set(party, (seats.get(party) ?? 0) + 1)
  }
  return seats
}

test.each([july, december])('[RHS6] %s as a landslide, and hung', async (night) => {
  const { definition, steps: real } = await rehearsed(night, 'as-it-was')
  const { steps: won } = await rehearsed(night, 'landslide')
  const { steps: hung } = await rehearsed(night, 'hung')
  const most = (steps: readonly Step[]) => Math.max(...seatsIn(definition, steps).values())
  expect(most(won)).toBeGreaterThan(most(real) + 30)
  expect(most(hung)).toBeLessThanOrEqual(325)
  for (const steps of [won, hung]) {
    expect(steps.filter(({ expect }) => expect !== 'published')).toHaveLength(
      real.filter(({ expect }) => expect !== 'published').length,
    )
    for (const { send } of steps) {
      if (send.kind !== 'declaration') continue
      const sum = send.body.votes.reduce((all, { votes }) => all + votes, 0)
      expect(sum).toBe(send.body.valid)
    }
  }
})

test('[RHS6] a rush is ten times as dense; a silence lasts twenty minutes of the busiest', async () => {
  const { definition, steps: real } = await rehearsed(december, 'as-it-was')
  const { steps: rush } = await rehearsed(december, 'rush')
  const opened = milliseconds(definition.pollsClose)
  expect(rush.map(({ at }) => at - opened)).toEqual(
    real.map(({ at }) => Math.floor((at - opened) / 10)),
  )
  const { steps: silence } = await rehearsed(december, 'silence')
  const pauses = silence.map(({ at }, place) => at - (silence[place - 1]?.at ?? opened))
  const busy = pauses.filter((_, place) => place > 100 && place < 600)
  expect(Math.max(...busy)).toBeGreaterThanOrEqual(20 * 60_000)
  expect(silence.filter(({ why }) => why.includes('nothing came through')).length).toBeGreaterThan(
    80,
  )
})

test('[RHS6] what is mistyped is held or refused for what it is', async () => {
  const { definition, steps } = await rehearsed(october, 'bad-data')
  const { outcomes, log } = throughTheHouse(definition, steps)
  const found = steps.map(({ why }, place) => [why, outcomes[place]?.codes[0] ?? 'none'])
  expect(Object.fromEntries(found)).toMatchObject({
    'One digit of the first figure is mistyped.': 'does-not-add-up',
    'One candidate is left out.': 'left-out',
    'The electorate lacks its last digit: more votes than electors.': 'more-votes-than-electors',
    'The figures of one seat are sent as another’s.': 'not-on-the-ballot',
    'A name that did not stand here.': 'not-on-the-ballot',
    'One candidate has two figures.': 'named-twice',
    'Two misheard figures add up; the majority read out tells.': 'wrong-majority',
  })
  expect(steps.filter(({ expect }) => expect === 'refused')).toHaveLength(4)
  expect(log).toHaveLength(2)
})

test('[RHS6] wrong figures stand for minutes, are corrected, and one result is taken back', async () => {
  const { definition, steps } = await rehearsed(july, 'corrections')
  const { log, board } = throughTheHouse(definition, eventful(steps))
  const corrected = log.filter(({ kind }) => kind === 'corrected')
  expect(corrected).toHaveLength(7)
  expect(log.filter(({ kind }) => kind === 'withdrawn')).toHaveLength(1)
  for (const event of corrected) {
    const first = log.find((one) => 'replaces' in event && one.seq === event.replaces)
    const stood = milliseconds(event.at) - milliseconds(first?.at ?? event.at)
    expect(stood).toBeGreaterThan(0)
  }
  expect(Object.values(board.seatsById).filter(({ withdrawn }) => withdrawn)).toEqual([])
})

test('[RHS6] the closest are counted again, put off, called, and drawn by lot', async () => {
  const { definition, steps } = await rehearsed(july, 'recounts-and-ties')
  const { log, board } = throughTheHouse(definition, eventful(steps))
  const told = log.flatMap((event) => (event.kind === 'status' ? [event.status] : []))
  expect(new Set(told)).toEqual(new Set(['recount', 'imminent', 'adjourned']))
  expect(log.filter(({ kind }) => kind === 'flash').length).toBeGreaterThan(0)
  const lots = Object.values(board.seatsById).filter(({ latest }) => latest?.result.decidedByLot)
  expect(lots).toHaveLength(1)
})
