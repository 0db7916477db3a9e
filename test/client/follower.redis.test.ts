import { createFollower } from '@night/client/follower'
import type { NightEvent } from '@night/shared/event'
import { expect, onTestFinished, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { declarationOf, midBedfordshire, october, tamworth } from '../support/night.ts'
import { until } from '../support/until.ts'

test('[PKG4] a follower of one seat has its events and is complete up to the last, whatever else was said', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  const follow = { constituencies: [midBedfordshire] }
  const follower = createFollower({ url: server.url, night, follow })
  onTestFinished(follower.close)
  await until('it was greeted', () => follower.current().seq === 1)
  await desk.declare(night, await declarationOf(october, tamworth))
  await until('Tamworth was passed over', () => follower.current().seq === 2)
  await desk.declare(night, await declarationOf(october, midBedfordshire))
  const log = await desk.reached(night, 3)
  await until('it has it all', () => follower.current().seq === 3)
  expect(follower.current()).toMatchObject({ hash: log[2]?.hash, events: [log[0], log[2]] })
  const late = createFollower({ url: server.url, night, follow })
  onTestFinished(late.close)
  await until('it was caught up', () => late.current().seq === 3)
  expect(late.current().events).toEqual([log[0], log[2]])
})

test('[PKG6] a loop over a replay that is wound back begins again with its opening, and goes on', async () => {
  const { server, desk } = await openHouse()
  const replay = await desk.replay({ of: october, speed: 'max' })
  const heard: NightEvent[] = []
  const loop = async (): Promise<void> => {
    for await (const event of createFollower({ url: server.url, night: replay.night })) {
      heard.push(event)
      if (heard.filter(({ kind }) => kind === 'closed').length === 2) return
    }
  }
  const looped = loop()
  await until('it was heard to its end', () => heard.at(-1)?.kind === 'closed')
  await desk.changeReplay(replay.id, { position: replay.from, playing: true })
  await looped
  expect(heard.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 1, 2, 3, 4])
})

test('[PKG6] a slow loop is handed nothing of a log that was found void meanwhile', async () => {
  const { server, desk } = await openHouse()
  const replay = await desk.replay({ of: october, speed: 'max' })
  const follower = createFollower({ url: server.url, night: replay.night })
  await until('all of it was heard', () => follower.current().seq === 4)
  const heard: number[] = []
  for await (const { seq, kind } of follower) {
    heard.push(seq)
    if (heard.length === 1) {
      await desk.changeReplay(replay.id, { position: replay.from, playing: true })
      await until('it is void', () => follower.current().resets === 1)
    }
    if (kind === 'closed') break
  }
  expect(heard).toEqual([1, 1, 2, 3, 4])
})

test('[PKG2] a loop ends when its follower is closed from outside', async () => {
  const { server, desk } = await openHouse()
  const follower = createFollower({ url: server.url, night: await desk.open(october) })
  const heard: string[] = []
  for await (const { kind } of follower) {
    heard.push(kind)
    setTimeout(follower.close)
  }
  expect(heard).toEqual(['opened'])
})
