import { createBooks } from '@night/client/parts/reading'
import type { NightEvent } from '@night/shared/event'
import { beforeAll, expect, test, vi } from 'vitest'
import { october, recordedLog, tamworth } from '../support/night.ts'
import { present } from '../support/present.ts'

let recorded: readonly NightEvent[]
beforeAll(async () => {
  recorded = await recordedLog(october)
})

/** The log that the server has, and how often it was asked. */
const serve = (log: readonly NightEvent[]) => {
  const house = { log, asked: 0 }
  vi.stubGlobal('fetch', async (path: string) => {
    house.asked += 1
    const since = Number(new URL(path, 'http://house').searchParams.get('since'))
    return Response.json({ events: house.log.slice(since), seq: house.log.length })
  })
  return house
}

const headOf = (log: readonly NightEvent[]) => present(log.at(-1))
/** The same events in another history. */
const otherRun = (log: readonly NightEvent[]): NightEvent[] =>
  log.map((event) => ({ ...event, hash: `other ${event.hash}` }))

test.each([
  ['as many', 0],
  ['more', 1],
])(
  '[BAK6 SEA5] after an earlier log was put back, and then had %s events, a history has nothing of the one before',
  async (_words, more) => {
    const before = recorded.slice(0, 3)
    const house = serve(before)
    const { eventsOf } = createBooks(october, undefined)
    await eventsOf(tamworth, headOf(before))
    house.log = [...before.slice(0, 1), ...otherRun(recorded.slice(1, 3 + more))]
    const read = await eventsOf(tamworth, headOf(house.log))
    expect(read).toEqual({
      ok: true,
      answer: house.log.filter(
        (event) => 'constituency' in event && event.constituency?.id === tamworth,
      ),
    })
  },
)

test('[SEA5] a history of a replay that was wound back ends where it stands now', async () => {
  const house = serve(recorded.slice(0, 3))
  const { eventsOf } = createBooks(october, undefined)
  await eventsOf(tamworth, headOf(house.log))
  house.log = recorded.slice(0, 1)
  const read = await eventsOf(tamworth, headOf(house.log))
  expect(read).toEqual({ ok: true, answer: [] })
})

test('[SEA5] a history that is at hand is not read again', async () => {
  const house = serve(recorded)
  const { eventsOf } = createBooks(october, undefined)
  await eventsOf(tamworth, headOf(recorded.slice(0, 2)))
  await eventsOf(tamworth, headOf(recorded.slice(0, 3)))
  await eventsOf(tamworth, headOf(recorded))
  expect(house.asked).toBe(1)
})
