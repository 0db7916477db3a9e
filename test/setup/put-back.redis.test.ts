import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { begin, hear } from '@night/client/history'
import { freshness } from '@night/client/freshness'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { environmentOf, openServer, openWorker } from '../support/house.ts'
import { readLive } from '../support/live.ts'
import { declarationOf, midBedfordshire, october, tamworth, withVotes } from '../support/night.ts'
import { freePort } from '../support/free-port.ts'
import { openScreen } from '../support/screen.ts'
import { runFor } from './house-program.ts'
import { startPrivateRedis, until } from './support.ts'

/** Redis, worker and server on one data folder, at one port, until they are closed. */
const startHouse = async (environment: NodeJS.ProcessEnv, said: string[] = []) => {
  const redis = await startPrivateRedis(join(environment['DATA_DIR'] ?? '', 'redis'))
  const log = pino({ level: 'error' }, { write: (line: string) => void said.push(line) })
  const house = { ...environment, REDIS_URL: redis.url }
  const worker = await openWorker(house)
  const server = await openServer(house, log)
  const close = async (): Promise<void> => {
    await server.close()
    await worker.close()
    await redis.close()
  }
  return { ...server, close }
}

/** What a house keeps beside Redis. */
const keepFiles = async (folder: string): Promise<void> => {
  for (const name of ['desk-token', 'push-keys.json'])
    await writeFile(join(folder, name), 'kept\n', { mode: 0o600 })
  await mkdir(join(folder, 'nights', 'a-night'), { recursive: true })
  await writeFile(join(folder, 'nights', 'a-night', 'log.ndjson'), '')
}

/** Backed up as it runs, after Tamworth; then the night goes on. */
const backedUp = async () => {
  const alone = await environmentOf('unset')
  const folder = alone['DATA_DIR'] ?? ''
  const environment = { ...alone, PORT: String(await freePort()) }
  const house = await startHouse(environment)
  const { desk } = house
  const night = await desk.open(october)
  await desk.declare(night, await declarationOf(october, tamworth))
  await desk.reached(night, 2)
  await keepFiles(folder)
  const backup = await runFor(folder, 'backup')
  await desk.declare(night, await declarationOf(october, midBedfordshire))
  await desk.reached(night, 3)
  return { environment, folder, house, night, backup }
}

/** The house's data put aside, and the backup in its place. */
const restored = async (folder: string, backup: string) => {
  const aside = `${backup}-before`
  await mkdir(aside)
  for (const name of ['redis', 'desk-token', 'push-keys.json', 'nights'])
    await rename(join(folder, name), join(aside, name))
  return runFor(folder, 'restore', backup)
}

test('[BAK1 BAK3 BAK5 BAK6 BAK7] a backup that is put back verifies, and everybody who had seen more starts afresh, is told so, and mixes nothing', async () => {
  const { environment, folder, house, night, backup } = await backedUp()
  expect(backup).toMatchObject({ code: 0 })
  expect(backup.said).toContain(`${night} (rehearsal, run 1): 2 events, chain whole, head `)
  const manifest = JSON.parse(await readFile(join(backup.answer, 'backup.json'), 'utf8'))
  const head = (await house.desk.events(night)).events[1]?.hash
  expect(manifest.nights).toMatchObject([{ seq: 2, hash: head, isWhole: true }])
  expect((await stat(backup.answer)).mode & 0o777).toBe(0o700)
  const screens = [1, 2].map(() => openScreen(house.url, { night }))
  const reader = readLive(`${house.url}/api/nights/${night}/events`)
  await until('all hold three events', () => all(3))
  await house.close()

  expect(await restored(folder, backup.answer)).toMatchObject({
    code: 0,
    said: expect.stringContaining(`Restored into ${folder}, as of ${manifest.at}.`),
  })
  for (const name of ['desk-token', 'push-keys.json'])
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
  expect(await readFile(join(folder, 'nights', 'a-night', 'log.ndjson'), 'utf8')).toBe('')
  expect(await runFor(folder, 'verify', night)).toMatchObject({
    code: 0,
    said: expect.stringContaining('2 events, chain whole'),
  })

  // The night has gone on differently, up to the same number, before anybody is back.
  const said: string[] = []
  const away = await startHouse({ ...environment, PORT: '0' })
  const figures = { 'alistair-strathern': 13_871, 'festus-akinbusoye': 12_681 }
  await away.desk.declare(night, withVotes(await declarationOf(october, midBedfordshire), figures))
  await away.desk.reached(night, 3)
  await away.close()
  const again = await startHouse(environment, said)
  await until(
    'all were told',
    () => reader.resets > 0 && screens.every(({ seen }) => seen.resets > 0),
  )
  await until('all hold the restored log', () => all(3))
  const { events } = await again.desk.events(night)
  expect(reader.events).toEqual(events)
  for (const { seen } of screens) {
    expect(seen.resets).toBe(1)
    expect(seen.board).toMatchObject({ seq: 3, hash: events[2]?.hash })
    const told = seen.messages.at(-1)
    const heard = told && hear(begin(null, 0), { kind: 'night', message: told }, 1000)
    expect(heard && freshness(heard, 1000)).toMatchObject({ state: 'void' })
  }
  expect(said.filter((line) => line.includes('put back to an earlier state'))).toHaveLength(1)

  function all(seq: number): boolean {
    return screens.every(({ seen }) => seen.board?.seq === seq) && reader.events.length === seq
  }
})
