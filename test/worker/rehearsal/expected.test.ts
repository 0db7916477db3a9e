import type { NightDefinition } from '@night/shared/night'
import { milliseconds } from '@night/shared/time'
import type { Step } from '@night/worker/rehearsal/step'
import { expect, test } from 'vitest'
import { isResult, october } from '../../support/night.ts'
import { december, eventful, july, names, rehearsed } from './rehearsed.ts'
import { throughTheHouse } from './through.ts'

/** What did not become what it should, in a scenario or in part of one. */
const differences = (definition: NightDefinition, steps: readonly Step[]) => {
  const { outcomes } = throughTheHouse(definition, steps)
  return steps.flatMap(({ expect, why }, place) => {
    const { outcome, codes = [] } = outcomes[place] ?? {}
    return outcome === expect ? [] : [`${expect}, not ${outcome} (${codes.join()}): ${why}`]
  })
}

test.each(names.flatMap((name) => [1, 2, 3].map((seed) => [name, seed] as const)))(
  '[RHS2] %s, seed %i, two by-elections: each step becomes what it should',
  async (name, seed) => {
    const { definition, steps } = await rehearsed(october, name, seed)
    expect(differences(definition, steps)).toEqual([])
  },
)

test.each([
  ['recounts-and-ties', july],
  ['corrections', july],
  ['bad-data', july],
  ['recounts-and-ties', december],
  ['corrections', december],
  ['bad-data', december],
] as const)('[RHS2] %s in %s: each step becomes what it should', async (name, night) => {
  const { definition, steps } = await rehearsed(night, name)
  const told = eventful(steps)
  expect(told.length).toBeGreaterThan(15)
  expect(differences(definition, told)).toEqual([])
})

test('[RHS2] as it was, five seats of 2024 wait for the desk, and the rest goes out', async () => {
  const { events, steps } = await rehearsed(july, 'as-it-was')
  const read = events.filter(isResult)
  expect(steps.map(({ send }) => send.body.constituency)).toEqual(
    read.map(({ constituency }) => constituency.id),
  )
  expect(steps.map(({ at }) => at)).toEqual(read.map(({ at }) => milliseconds(at)))
  const odd = steps.filter(({ expect }) => expect === 'held')
  expect(odd.map(({ why }) => why).join()).toContain('Turnout would be')
  expect(odd).toHaveLength(5)
})
