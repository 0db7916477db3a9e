import { setTimeout as sleep } from 'node:timers/promises'
import { EventsAnswer } from '@night/shared/answer/night'
import type { ResultEvent } from '@night/shared/event'
import { isResult, recordedLog, resultToDeclaration } from '../support/night.ts'
import { type Cost, createMeter, share, shows } from './cost.ts'
import {
  end,
  type House,
  open,
  openRehearsal,
  quiet,
  recording,
  replayFrom,
  restingAt,
} from './cost-house.ts'

const from = '2024-07-05T02:00:00.000Z'
const steps = 40
const singles = 30

/** Where the log ends after each step, as a replay says that nobody watches: each brings one minute's declarations. */
export const endsOfSteps = async (house: House): Promise<number[]> => {
  const { id, night } = await replayFrom(house, from)
  const ends = [await restingAt(house, night, 1)]
  while (ends.length <= steps) {
    await house.call('POST', `/api/replays/${id}/step`)
    ends.push(await restingAt(house, night, (ends.at(-1) ?? 0) + 1))
  }
  await end(house, id)
  return ends
}

/** Steps from 3am on that brought several declarations at once; the night's clock leaps with each. */
export const ofMinutes = async (house: House, screen: string, ends: readonly number[]) => {
  const { id, night } = await replayFrom(house, from)
  await restingAt(house, night, ends[0] ?? 0)
  await open(house, screen, night)
  const measure = await createMeter(house.page)
  const costs: Cost[] = []
  for (const [place, last] of ends.entries()) {
    const before = ends[place - 1]
    if (before === undefined) continue
    await shows(house.page, before)
    const cost = await measure(async () => {
      const shown = shows(house.page, last)
      await house.call('POST', `/api/replays/${id}/step`)
      await shown
    })
    if (last - before > 1) costs.push(cost)
    // A curtain and a pulse are of the declaration before.
    await sleep(quiet)
  }
  await end(house, id)
  return costs
}

/** What a house lets pass of the recording's results up to some time after 3am: a few of a real night are held back. */
export const passing = async (house: House): Promise<ResultEvent[]> => {
  const night = await openRehearsal(house)
  const results = (await recordedLog(recording)).filter(isResult)
  const some = results.slice(0, 2 * singles + countBefore(results))
  await Promise.all(some.map((result) => declare(house, night, result)))
  const last = await restingAt(house, night, 1 + singles)
  const { body } = await house.call('GET', `/api/nights/${night}/events?since=0`)
  const passed = new Set(EventsAnswer.parse(body).events.filter(isResult).map(seatOf))
  if (passed.size !== last - 1) throw new Error('The log has what was not declared.')
  return some.filter((result) => passed.has(seatOf(result)))
}

const seatOf = ({ constituency }: ResultEvent): string => constituency.id
const countBefore = (results: readonly ResultEvent[]): number =>
  results.filter(({ at }) => at < from).length

/** A screen of a night that has come to 3am, and how many have declared by then. */
const openAtThree = async (house: House, screen: string, results: readonly ResultEvent[]) => {
  const night = await openRehearsal(house)
  const first = countBefore(results)
  await Promise.all(results.slice(0, first).map((result) => declare(house, night, result)))
  // The night was opened as well.
  await restingAt(house, night, 1 + first)
  await open(house, screen, night)
  return { night, first, measure: await createMeter(house.page) }
}

/** Milliseconds, several frames: each declaration is drawn by itself, and what follows it is of the next one's time. */
const apart = 60
const rows = 3

/** What each costs of thirty declarations that come one right after the other. */
export const ofRows = async (
  house: House,
  screen: string,
  results: readonly ResultEvent[],
): Promise<Cost[]> => {
  const costs: Cost[] = []
  while (costs.length < rows) {
    const { night, first, measure } = await openAtThree(house, screen, results)
    const cost = await measure(async () => {
      const shown = shows(house.page, 1 + first + singles)
      for (const result of results.slice(first, first + singles)) {
        await declare(house, night, result)
        await sleep(apart)
      }
      await shown
    })
    costs.push(share(cost, singles))
  }
  return costs
}

/** One declaration after the other through the front door, from 3am on, as on a night that runs. */
export const ofDeclarations = async (
  house: House,
  screen: string,
  results: readonly ResultEvent[],
): Promise<Cost[]> => {
  const { night, first, measure } = await openAtThree(house, screen, results)
  const costs: Cost[] = []
  for (const [place, result] of results.slice(first, first + singles).entries()) {
    costs.push(
      await measure(async () => {
        const shown = shows(house.page, 2 + first + place)
        await declare(house, night, result)
        await shown
      }),
    )
    await sleep(quiet)
  }
  return costs
}

const declare = async ({ call }: House, night: string, result: ResultEvent): Promise<void> => {
  const body = resultToDeclaration(result)
  const { status } = await call('POST', `/api/nights/${night}/declarations`, body)
  if (status !== 202) throw new Error(`${result.constituency.name} was answered with ${status}.`)
}
