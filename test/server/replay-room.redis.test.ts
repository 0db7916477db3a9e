import { join } from 'node:path'
import { idleAfter } from '@night/shared/control'
import { nightsKey, replaysKey } from '@night/shared/names'
import { OpenNight } from '@night/shared/night'
import { Replay } from '@night/shared/replay'
import { expect, test } from 'vitest'
import { environmentOf, openHouse, openServer, openWorker } from '../support/house.ts'
import { writeLongNight } from '../support/long-night.ts'
import { october } from '../support/night.ts'
import { openRedis } from '../support/redis-client.ts'
import { openScreen } from '../support/screen.ts'
import { until } from '../support/until.ts'

/** A replay that Anna drives, and Bob's token beside hers. */
const openRoom = async () => {
  const house = await openHouse()
  const [anna, bob] = [
    await house.desk.editor('Anna', october),
    await house.desk.editor('Bob', october),
  ]
  const wanted = { of: october, speed: 1, playing: false, control: 'take' }
  const position = '2023-10-20T01:30:00.000Z'
  const begun = await house.call.as(anna.token)('POST', '/api/replays', { ...wanted, position })
  expect(begun).toMatchObject({ status: 201, body: { controller: { name: 'Anna' }, position } })
  const replay = Replay.parse(begun.body)
  return { ...house, anna, bob, replay, path: `/api/replays/${replay.id}` }
}

test('[RPR2] while one person drives, everybody else is told who, and nothing moves', async () => {
  const { anna, bob, call, desk, path, replay } = await openRoom()
  const detail =
    'Anna drives this replay: ask Anna to let go, or take over after a minute without a move.'
  const refused = { status: 409, body: { code: 'driven', detail } }
  for (const who of [call, call.as(bob.token)]) {
    for (const body of [{ playing: true }, { speed: 60 }, { control: 'take' }])
      expect(await who('PATCH', path, body)).toMatchObject(refused)
    expect(await who('PATCH', path, { control: 'release' })).toMatchObject(refused)
    expect(await who('POST', `${path}/step`)).toMatchObject(refused)
  }
  expect(await desk.replayNow(replay.id)).toEqual(replay)
  const hers = call.as(anna.token)
  const me = { id: anna.id, name: 'Anna', role: 'desk' }
  expect(await hers('GET', '/api/me')).toMatchObject({ status: 200, body: me })
  expect(await call.as(null)('GET', '/api/me')).toMatchObject({ status: 401 })
  expect(await hers('PATCH', path, { control: 'take' })).toMatchObject({ status: 200 })
  expect(await hers('POST', `${path}/step`)).toMatchObject({
    body: { position: '2023-10-20T01:45:00.000Z', controller: { name: 'Anna' } },
  })
  await hers('PATCH', path, { control: 'release' })
  expect(await call('PATCH', path, { speed: 60 })).toMatchObject({ body: { controller: null } })
})

test('[RPR2] what many want at once is done one after the other, on whichever server', async () => {
  const { call, desk, environment, path, replay, anna } = await openRoom()
  await call.as(anna.token)('PATCH', path, { control: 'release' })
  const other = await openServer(environment)
  const minutes = Array.from({ length: 12 }, (_, place) => 30 - place)
  const answers = await Promise.all(
    minutes.map((minute, place) => {
      const at = place % 2 === 0 ? call : other.call
      return at('PATCH', path, { position: `2023-10-20T01:${minute}:00Z` })
    }),
  )
  const statuses = answers.map(({ status }) => status)
  expect(statuses).toContain(200)
  expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([])
  const { run } = await desk.replayNow(replay.id)
  const redis = openRedis()
  const night = OpenNight.parse(JSON.parse((await redis.hget(nightsKey, replay.night)) ?? ''))
  expect(night.run).toBe(run)
})

test('[RPR3] a wheel that nobody touched for a minute may be taken, by one of two who try at once', async () => {
  const { environment, anna, bob, call, path } = await openRoom()
  // To these, Anna's last move is a minute ago.
  const clock = { now: () => Date.now() + idleAfter }
  const [first, second] = [
    await openServer(environment, undefined, { clock }),
    await openServer(environment, undefined, { clock }),
  ]
  const taken = await Promise.all([
    first.call('PATCH', path, { control: 'take' }),
    second.call.as(bob.token)('PATCH', path, { control: 'take' }),
  ])
  const statuses = taken.map(({ status }) => status)
  expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409])
  expect(await call.as(anna.token)('PATCH', path, { playing: true })).toMatchObject({ status: 409 })
})

test('[RPR2] a replay that was kept before anybody could drive is nobody’s, and stops at its end', async () => {
  const { desk, replay } = await openRoom()
  const { controller: _nobody, ...kept } = { ...replay, speed: 'max', playing: true }
  await openRedis().hset(replaysKey, replay.id, JSON.stringify(kept))
  const ended = await until('it has stopped', async () => {
    const now = await desk.replayNow(replay.id)
    return !now.playing && now
  })
  expect(ended).toMatchObject({ position: replay.to, controller: null })
})

/** A screen, and whether what it shows is what a connected screen shows. */
const watch = (url: string, night: string) => {
  const screen = openScreen(url, { night })
  const state = { isOn: false }
  screen.socket.on('night', () => void (state.isOn = true))
  screen.socket.on('disconnect', () => void (state.isOn = false))
  const seq = (): number => screen.seen.board?.seq ?? 0
  return { ...screen, seq, isOn: () => state.isOn }
}

test('[RPR4] ten screens on two servers stay together through speeds, seeks and a restart', async () => {
  const environment = await environmentOf()
  await writeLongNight(join(environment['DATA_DIR'] ?? '', 'nights'), 'test-room', 40)
  await openWorker(environment)
  const [one, two] = [await openServer(environment), await openServer(environment)]
  const { id, night } = await one.desk.replay({
    of: 'test-room',
    speed: 60,
    playing: false,
    from: '2023-10-19T21:01:30Z',
  })
  const screens = Array.from({ length: 10 }, (_, place) =>
    watch([one, two][place % 2]?.url ?? '', night),
  )
  const spreads: number[] = []
  /** Of those that are connected, how far apart the first and the last are. */
  const sample = (): number => {
    const seqs = screens.filter(({ isOn }) => isOn()).map(({ seq }) => seq())
    if (seqs.length > 1) spreads.push(Math.max(...seqs) - Math.min(...seqs))
    return seqs.length === screens.length ? Math.min(...seqs) : 0
  }
  const together = (what: string, seq: number) =>
    until(what, async () => {
      const { seq: last, hash } = await one.desk.board(night)
      return last === seq && screens.every(({ seen, isOn }) => isOn() && seen.board?.hash === hash)
    })
  const at = (minute: number) => `2023-10-19T21:${String(minute).padStart(2, '0')}:30Z`

  await together('the start, everywhere', 2)
  await one.desk.changeReplay(id, { playing: true })
  await until('two have declared', () => sample() >= 3)
  await two.desk.changeReplay(id, { speed: 45 })
  await one.desk.changeReplay(id, { playing: false, position: at(10) })
  await together('ten minutes in, everywhere', 11)
  await two.desk.changeReplay(id, { position: at(4) })
  await together('four minutes in, everywhere', 5)
  await one.desk.changeReplay(id, { playing: true, speed: 60 })
  await until('one more', () => sample() >= 6)
  await two.close()
  await until('five are left', () => screens.filter(({ isOn }) => isOn()).length === 5)
  await one.desk.changeReplay(id, { speed: 50 })
  const again = await openServer({ ...environment, PORT: new URL(two.url).port })
  await until('all are back, and were looked at often', () => sample() >= 7 && spreads.length > 50)
  await again.desk.changeReplay(id, { speed: 'max' })
  await together('the end, everywhere', 42)
  expect(Math.max(...spreads)).toBeLessThanOrEqual(1)
})
