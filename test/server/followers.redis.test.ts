import { io } from 'socket.io-client'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { openHouse } from '../support/house.ts'
import { declarationOf, midBedfordshire, october, tamworth } from '../support/night.ts'
import { until } from '../support/until.ts'

const Sent = z.union([
  z.looseObject({ kind: z.string(), seq: z.int() }),
  z.strictObject({ upTo: z.int(), hash: z.string() }),
])
const First = z.looseObject({
  seq: z.int(),
  hash: z.string().optional(),
  events: z.array(z.looseObject({ seq: z.int() })).optional(),
})

/** A follower's whole conversation. */
const openFollower = (url: string, hello: object) => {
  const heard = { first: [] as z.infer<typeof First>[], sent: [] as z.infer<typeof Sent>[] }
  const socket = io(url, { auth: hello, forceNew: true })
  onTestFinished(() => void socket.disconnect())
  socket.on('night', (message) => heard.first.push(First.parse(message)))
  socket.on('event', (event) => heard.sent.push(Sent.parse(event)))
  return heard
}

test('[FEED14] a follower is sent what it follows, and of the rest how far it is complete', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  await desk.reached(night, 1)
  const follow = { constituencies: [midBedfordshire] }
  const follower = openFollower(server.url, { night, follow })
  const other = openFollower(server.url, { night, follow: { gainsOnly: true } })
  await until('both were greeted', () => follower.first.length + other.first.length === 2)
  await desk.declare(night, await declarationOf(october, tamworth))
  await desk.declare(night, await declarationOf(october, midBedfordshire))
  const events = await desk.reached(night, 3)
  await until('both have it all', () => follower.sent.length === 2 && other.sent.length === 2)
  expect(follower.sent).toMatchObject([
    { upTo: 2, hash: events[1]?.hash },
    { seq: 3, kind: 'declared' },
  ])
  expect(other.sent).toMatchObject([{ seq: 2 }, { seq: 3 }])

  const back = openFollower(server.url, { night, follow, since: { seq: 1, hash: events[0]?.hash } })
  const [first] = await until('it was caught up', () => back.first.length === 1 && back.first)
  expect(first).toMatchObject({ seq: 3, hash: events[2]?.hash, events: [{ seq: 3 }] })
})
