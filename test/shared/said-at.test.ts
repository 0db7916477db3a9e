import { hoursSaid } from '@night/shared/said-at'
import { expect, test } from 'vitest'
import { definitionOf, october, recordedLog } from '../support/night.ts'

const first = '2023-10-20T01:45:00.000Z'
const close = '2023-10-19T21:00:00.000Z'

test.each([
  ['the minute in which the polls closed', close, close],
  ['a day before, for whoever prepares it', '2023-10-18T09:00:00.000Z', close],
  ['after the polls had closed', '2023-10-19T23:00:00.000Z', '2023-10-19T23:00:00.000Z'],
  ['a later day, as a rehearsal', '2024-02-01T12:00:00.000Z', close],
])(
  '[RPL5] the hours of a night that was opened %s begin when it has something to say',
  async (_when, at, from) => {
    const { pollsClose } = await definitionOf(october)
    const events = (await recordedLog(october)).map((event) =>
      event.kind === 'opened' ? { ...event, at, publishedAt: at } : event,
    )
    const said = events.filter(({ kind }) => kind !== 'opened')
    expect(said[0]?.at).toBe(first)
    expect(hoursSaid(events, pollsClose)).toEqual({
      from: Date.parse(from),
      to: Math.max(...said.map((event) => Date.parse(event.at))),
    })
  },
)

test('[RPL5] a night of which nothing was said yet has its first hour', async () => {
  const { pollsClose } = await definitionOf(october)
  const opened = (await recordedLog(october)).slice(0, 1)
  expect(hoursSaid(opened, pollsClose)).toEqual({ from: Date.parse(close), to: Date.parse(close) })
})
