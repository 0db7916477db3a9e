import {
  isScenarioName,
  scenarioNames,
  scenarioOf,
  type ScenarioName,
} from '@night/worker/rehearsal/scenario'
import type { Step } from '@night/worker/rehearsal/step'
import { definitionOf, recordedLog } from '../../support/night.ts'

export const july = '2024-07-04-general-election'
export const december = '2019-12-12-general-election'
export const names = scenarioNames.filter(isScenarioName)

const read = async (night: string) => ({
  definition: await definitionOf(night),
  events: await recordedLog(night),
})
const readByNight = new Map<string, ReturnType<typeof read>>()

/** The steps of a scenario, and what they were made from; a night is read once. */
export const rehearsed = async (night: string, name: ScenarioName, seed = 1) => {
  const found = readByNight.get(night) ?? read(night)
  readByNight.set(night, found)
  const { definition, events } = await found
  return { definition, events, steps: scenarioOf(name, { definition, events, seed }) }
}

/** The steps of seats in which more happens than one declaration: a tenth of all at most. */
export const eventful = (steps: readonly Step[]): Step[] => {
  const seats = steps.map(({ send }) => send.body.constituency)
  const busy = new Set(seats.filter((seat, place) => seats.indexOf(seat) < place))
  return steps.filter(({ send }) => busy.has(send.body.constituency))
}
