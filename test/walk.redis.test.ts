import { declaredSeats } from '@night/shared/declared'
import type { NightEvent } from '@night/shared/event'
import { expect, test } from 'vitest'
import { openHouse } from './support/house.ts'
import {
  declarationOf,
  isResult,
  midBedfordshire,
  october,
  rutherglen,
  tamworth,
  withVotes,
} from './support/night.ts'
import { openScreen } from './support/screen.ts'
import { readLive } from './support/live.ts'
import { until } from './support/until.ts'

const figures = (events: readonly NightEvent[]) =>
  events.filter(isResult).map(({ constituency, result, words }) => ({
    name: constituency.name,
    verdict: `${result.verdict.party} ${result.verdict.kind} ${result.verdict.from}`,
    majority: result.majority.votes,
    overturned: result.overturned?.votes,
    swing: result.swing?.printed,
    time: words.time,
  }))

const asItWas = [
  {
    name: 'Tamworth',
    verdict: 'lab gain con',
    majority: 1316,
    overturned: 19634,
    swing: '23.9',
    time: '2.45am',
  },
  {
    name: 'Mid Bedfordshire',
    verdict: 'lab gain con',
    majority: 1192,
    overturned: 24664,
    swing: '20.5',
    time: '3.20am',
  },
]

test('[WALK1] a declaration travels from the hall to a screen and to a reader of live events', async () => {
  const { desk, server } = await openHouse()
  const night = await desk.open(october)
  const screen = openScreen(server.url, { night })
  const reader = readLive(`${server.url}/api/nights/${night}/events`)

  for (const seat of [tamworth, midBedfordshire])
    await desk.declare(night, await declarationOf(october, seat))

  await until(
    'both screens hold both seats',
    () => screen.seen.board?.seq === 3 && reader.events.length === 3,
  )
  expect(figures(reader.events)).toEqual(asItWas)
  expect(
    declaredSeats(screen.seen.board ?? fail()).map(({ contest }) => contest.constituency.name),
  ).toEqual(['Mid Bedfordshire', 'Tamworth'])
  expect(await desk.events(night)).toEqual({ events: reader.events, seq: 3 })
  const ndjson = await fetch(`${server.url}/api/nights/${night}/events?since=1`, {
    headers: { accept: 'application/x-ndjson' },
  })
  const lines = (await ndjson.text()).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual(reader.events.slice(1))
})

test('[WALK2] a replay reaches the same screens, at its times on the clock of the night', async () => {
  const { desk, server } = await openHouse()
  const replay = await desk.replay({
    of: october,
    speed: 600,
    from: '2023-10-20T02:40:00+01:00',
  })
  expect(replay).toMatchObject({ of: october, playing: true })
  const { night } = replay
  const screen = openScreen(server.url, { night })
  await until('the replay is over', () => screen.seen.board?.state === 'closed')
  expect(figures((await desk.events(night)).events)).toEqual(asItWas)
  expect(screen.seen.board?.night.mode).toBe('replay')
  expect(screen.seen.clocks.map(({ now }) => now).every((now) => now > '2023-10-20T01:39')).toBe(
    true,
  )
})

test('[WALK3] Rutherglen and Hamilton West swings by 20.4 points from the SNP', async () => {
  const { desk, server } = await openHouse()
  const { night } = await desk.replay({ of: rutherglen, speed: 'max' })
  const screen = openScreen(server.url, { night })
  await until('the replay is over', () => screen.seen.board?.state === 'closed')
  const [seat] = declaredSeats(screen.seen.board ?? fail())
  expect(seat?.latest.result.swing).toMatchObject({ from: 'snp', to: 'lab', printed: '20.4' })
  expect(seat?.latest.result.verdict).toMatchObject({ kind: 'gain', party: 'lab', from: 'snp' })
})

test('[WALK4] a mistyped declaration is held with reasons, and is on no screen', async () => {
  const { call, desk, server } = await openHouse()
  const night = await desk.open(october)
  const screen = openScreen(server.url, { night })
  await until('the screen is there', () => screen.seen.board)
  const right = await declarationOf(october, tamworth)
  const wrong = withVotes(right, { 'sarah-edwards': 10719, 'andy-cooper': 9403 })
  const id = await desk.declare(night, wrong)
  expect(await desk.decided(night, id)).toMatchObject({
    status: 'held',
    reasons: [
      {
        code: 'does-not-add-up',
        words: expect.stringContaining('add up to 2,000 fewer than the declared total'),
      },
    ],
  })
  const held = await call('GET', `/api/nights/${night}/held`)
  expect(held.body).toMatchObject({ held: [{ id, declaration: { constituency: tamworth } }] })

  await desk.declare(night, right)
  await until('the right figures are on the screen', () => screen.seen.board?.seq === 2)
  expect(screen.seen.events.filter(isResult)).toHaveLength(1)
  expect(screen.seen.board?.seatsById[tamworth]?.latest?.result.majority.votes).toBe(1316)
})

const fail = (): never => {
  throw new Error('there is no board')
}
