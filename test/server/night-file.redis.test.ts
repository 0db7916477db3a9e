import { join } from 'node:path'
import { parseLog } from '@night/shared/recorded'
import { takeNight } from '@night/worker/import/night-file'
import { writeFolder } from '@night/worker/import/folder'
import { readMeans } from '@night/worker/import/means'
import { expect, test } from 'vitest'
import { environmentOf, openHouse, openServer, openWorker } from '../support/house.ts'
import { october, recordedLog } from '../support/night.ts'
import { until } from '../support/until.ts'

const file = async (url: string, night: string): Promise<string> =>
  (await fetch(`${url}/api/nights/${night}/night.ndjson`)).text()

test('[RPL6 RPL7] a replay that was stopped and whose worker changed gives out the file of its recording, on another installation too', async () => {
  const environment = await environmentOf()
  const first = await openWorker(environment)
  const { url, desk } = await openServer(environment)
  const own = await file(url, october)
  expect(own.split('\n')[0]).toContain('"format":"results-night/1"')
  expect(parseLog(own.slice(own.indexOf('\n')))).toEqual(await recordedLog(october))
  const { id, night, to } = await desk.replay({ of: october, speed: 1, playing: false })
  await desk.step(id)
  await desk.reached(night, 2)
  await first.close()
  await openWorker(environment)
  await desk.changeReplay(id, { playing: true, speed: 'max' })
  const atEnd = () => until('it is over', async () => (await desk.replayNow(id)).position >= to)
  await atEnd()
  const given = await until('all is in', async () => {
    const text = await file(url, night)
    return text.split('\n').length === own.split('\n').length && text
  })
  expect(given).toBe(own)

  const taken = takeNight(given, await readMeans())
  if ('fault' in taken) throw new Error(taken.fault)
  const elsewhere = await environmentOf()
  await writeFolder(join(elsewhere['DATA_DIR'] ?? '', 'nights'), taken)
  const other = await openServer(elsewhere)
  expect(await file(other.url, october)).toBe(own)
  const again = await other.desk.replay({ of: october, speed: 'max' })
  const there = await until('it is played there', async () => {
    const text = await file(other.url, again.night)
    return text.split('\n').length === own.split('\n').length && text
  })
  expect(there).toBe(own)
})

test('[RPL6] a replay that was wound back gives out, at its end, the file of its recording', async () => {
  const { server, desk } = await openHouse()
  const { url } = server
  const own = await file(url, october)
  const { id, night, from } = await desk.replay({ of: october, speed: 'max' })
  const playedTo = (run: string) =>
    until('it is over', async () => {
      const events = await (await fetch(`${url}/api/nights/${night}/events?since=0`)).text()
      const text = await file(url, night)
      return events.includes(run) && text.split('\n').length === own.split('\n').length && text
    })
  await playedTo('"run":1')
  await desk.changeReplay(id, { position: from, playing: true })
  expect(await playedTo('"run":2')).toBe(own)
})
