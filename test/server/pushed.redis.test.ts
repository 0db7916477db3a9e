import { expect, test } from 'vitest'
import { contracts } from '../support/contract.ts'
import { openHouse } from '../support/house.ts'
import { declarationOf, midBedfordshire, october, tamworth } from '../support/night.ts'
import { hear, hearLive, pushedJudge } from '../support/pushed.ts'
import { until } from '../support/until.ts'

type Desk = Awaited<ReturnType<typeof openHouse>>['desk']

/** All that can happen on a night, once each. */
const play = async (desk: Desk, night: string): Promise<void> => {
  const right = await declarationOf(october, tamworth)
  const about = { constituency: tamworth, revision: 2, reason: 'TEST' }
  const told: readonly (() => Promise<unknown>)[] = [
    () => desk.say(night, 'status', { constituency: tamworth, status: 'counting' }),
    () => desk.say(night, 'flashes', { constituency: tamworth, candidate: 'sarah-edwards' }),
    () => desk.declare(night, right),
    () => desk.declare(night, { ...right, revision: 2, reason: 'TEST', rejected: 45 }),
    () => desk.say(night, 'withdrawals', about),
    () => desk.say(night, 'notes', { text: 'TEST of a note' }),
    async () => desk.declare(night, await declarationOf(october, midBedfordshire)),
    () => desk.say(night, 'closing', {}),
  ]
  for (const [place, tell] of told.entries()) {
    await tell()
    await desk.reached(night, place + 2)
  }
}

const kinds = ['opened', 'status', 'flash', 'declared', 'corrected', 'withdrawn', 'note', 'closed']

const kindsIn = (heard: readonly (readonly [string, unknown])[]): Set<unknown> =>
  new Set(heard.map(([, payload]) => Reflect.get(Object(payload), 'kind')))

test('[API6] whatever is pushed on a night, of whatever kind, fits the document of what is pushed', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  const [opened] = await desk.reached(night, 1)
  const screen = hear(server.url, { night })
  const follower = hear(server.url, { night, follow: { kinds: ['declared'], gainsOnly: true } })
  const isThere = () => screen.length >= 2 && follower.length >= 2
  await until('both have come', isThere)
  await play(desk, night)
  const heardAll = () => kindsIn(screen).has('closed') && kindsIn(follower).has('closed')
  await until('both have heard all', heardAll)

  const since = { seq: 1, hash: opened?.hash }
  const others = [
    { night, since },
    { night, since: { seq: 1, hash: 'f'.repeat(64) } },
    { night: 'no-such-night' },
    { night, votse: 1 },
  ].map((hello) => hear(server.url, hello))
  await until('each was answered', () => others.every((heard) => heard.length > 0))
  const url = `${server.url}/api/nights/${night}/events`
  const live = await hearLive(url, '0', 9)
  const afresh = await hearLive(url, '3-ffff', 10)

  const judge = pushedJudge((await contracts()).asyncapi)
  const all = [screen, follower, ...others, live, afresh].flat()
  for (const [name, payload] of all) {
    expect([name, payload, judge(name, payload)]).toEqual([name, payload, null])
    const more = { ...Object(payload), undocumented: 1 }
    expect([name, judge(name, more)]).not.toEqual([name, null])
  }
  expect([...new Set(all.map(([name]) => name))].toSorted()).toEqual([
    'clock',
    'event',
    'liveEvent',
    'night',
    'refused',
    'reset',
  ])
  for (const heard of [live, afresh])
    expect([...kindsIn(heard)]).toEqual(expect.arrayContaining(kinds))
  expect([...kindsIn(screen)]).toEqual(expect.arrayContaining(kinds.slice(1)))
  expect(follower.some(([, payload]) => 'upTo' in Object(payload))).toBe(true)
  expect(others.map((heard) => heard[0]?.[0])).toEqual(['night', 'night', 'refused', 'refused'])
  expect(others[0]?.[0]?.[1]).toHaveProperty('events')
  expect(others[1]?.[0]?.[1]).toMatchObject({ reset: true })
}, 60_000)
