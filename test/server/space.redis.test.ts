import { serverConfig } from '@night/server/config'
import { createServer } from '@night/server/server'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { caller, deskToken } from '../support/call.ts'
import { createDesk } from '../support/desk.ts'
import { environmentOf, openWorker } from '../support/house.ts'
import { declarationOf, october, tamworth } from '../support/night.ts'
import { root } from '../support/root.ts'
import { until } from '../support/until.ts'

const full = {
  status: 503,
  body: {
    code: 'disk-full',
    detail:
      'There is little room on the disk of this machine: nothing more is taken until there is room. Tell the technical desk.',
  },
}

/** A house whose disk has as much room as the test says. */
const openHouseWithRoom = async () => {
  const environment = await environmentOf()
  const disk = { free: 1e9 as number | null }
  const lines: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) })
  await openWorker(environment)
  const server = await createServer({
    config: serverConfig(environment, root),
    deskToken,
    clock: { now: Date.now },
    stopwatch: performance,
    log,
    room: { every: 5, free: async () => disk.free },
  })
  onTestFinished(server.close)
  const call = caller(server.url)
  return { disk, lines, call, desk: createDesk(call) }
}

test('[SPC1 SPC2] with little room nothing is taken and the words say why; reading goes on, and with room it is taken again', async () => {
  const { disk, lines, call, desk } = await openHouseWithRoom()
  const night = await desk.open(october)
  const { id } = await desk.officer({ name: 'Hall', nights: [night], constituencies: [tamworth] })
  const path = `/api/nights/${night}`
  const ready = () => call('GET', '/health/ready')
  expect((await ready()).body).toEqual({ status: 'ready' })

  disk.free = 199_999_999
  await until('it is noticed', async () =>
    JSON.stringify((await ready()).body).includes('disk-full'),
  )
  expect(await ready()).toMatchObject({
    status: 200,
    body: { status: 'ready', refuses: full.body },
  })
  const declaration = await declarationOf(october, tamworth)
  expect(await call('POST', `${path}/declarations`, declaration)).toMatchObject(full)
  const note = { constituency: null, text: 'The count goes on.', by: 'Desk' }
  expect(await call('POST', `${path}/notes`, note)).toMatchObject(full)
  expect(await call('GET', `${path}/events`)).toMatchObject({ status: 200, body: { seq: 1 } })
  expect((await call('DELETE', `/api/officers/${id}`)).status).toBeLessThan(300)

  disk.free = 200_000_000
  await until('there is room', async () => !JSON.stringify((await ready()).body).includes('disk'))
  await desk.declare(night, declaration)
  await desk.reached(night, 2)
  expect(lines.filter((line) => line.includes('little room on the disk'))).toHaveLength(1)
  expect(lines.filter((line) => line.includes('there is room on the disk again'))).toHaveLength(1)
})

test('[SPC1] where it is not known how much room there is, everything is taken', async () => {
  const { disk, desk } = await openHouseWithRoom()
  disk.free = null
  const night = await desk.open(october)
  await desk.declare(night, await declarationOf(october, tamworth))
  expect(await desk.reached(night, 2)).toHaveLength(2)
})
