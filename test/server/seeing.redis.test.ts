import { walkSteps } from '@night/shared/measures'
import { tookKey } from '@night/shared/names'
import { mostKept } from '@night/shared/spread'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { openHouse, openWorker } from '../support/house.ts'
import { openMeasured } from '../support/measured.ts'
import { declarationOf, october, tamworth, withVotes } from '../support/night.ts'
import { openPlayed, screenVersion } from '../support/played.ts'
import { openScreen } from '../support/screen.ts'
import { until } from '../support/until.ts'

const Seconds = z.number().min(0).nullable()
const Step = z.object({ step: z.enum(walkSteps), p50: Seconds, p99: Seconds, count: z.int() })
const Fault = z.object({ words: z.string(), night: z.string().nullable() }).nullable()
const Health = z.object({
  walk: z.array(Step),
  faults: z.object({ server: Fault, worker: Fault }),
})

test('[OBS1 OBS2] a declaration’s whole walk is measured, step by step, for Prometheus and for programs', async () => {
  const { call } = await openPlayed()
  const health = async () => Health.parse((await call('GET', '/api/health')).body)
  const walk = await until('every step was taken', async () => {
    const { walk } = await health()
    const isWhole = walk.every(({ step, count }) => count >= (step === 'append' ? 3 : 2))
    return isWhole && walk
  })
  expect(walk.map(({ step }) => step)).toEqual([...walkSteps])
  // By this server's door and to its screen came two; the opening was queued and decided as well.
  const counts = Object.fromEntries(walk.map(({ step, count }) => [step, count]))
  expect(counts).toMatchObject({ door: 2, whole: 2, queue: 3, decide: 3, append: 3 })
  const of = (name: string) => walk.find(({ step }) => step === name)?.p99 ?? Number.NaN
  expect(of('whole')).toBeGreaterThanOrEqual(of('write'))
  const text = String((await call('GET', '/metrics')).body)
  for (const step of walkSteps)
    for (const quantile of ['0.5', '0.95', '0.99'])
      expect(text).toMatch(
        new RegExp(
          `^results_night_step_seconds\\{step="${step}",quantile="${quantile}"\\} \\d`,
          'm',
        ),
      )
})

test('[OBS3] what workers took is kept of the last thousand', async () => {
  const { redis, house, desk } = await openMeasured()
  await redis.lpush(
    tookKey,
    ...Array.from({ length: mostKept }, () => '{"queue":9,"decide":9,"append":9}'),
  )
  await openWorker(house)
  const night = await desk.open(october)
  await desk.reached(night, 1)
  const first = await until('it was told', async () => {
    const [text = ''] = await redis.lrange(tookKey, 0, 0)
    return !text.includes('9,"decide":9') && text
  })
  expect(Object.keys(JSON.parse(first))).toEqual(['queue', 'decide', 'append'])
  expect(await redis.llen(tookKey)).toBe(mostKept)
})

test('[OBS4] what waits in the queues is told by queue and mode, what was given up as such', async () => {
  const { call, cause } = await openPlayed()
  await cause()
  const health = async () => (await call('GET', '/api/health')).body
  const rehearsal = { queue: 'declarations', mode: 'rehearsal', waiting: 0, active: 0, failed: 1 }
  await until('it was given up', async () => JSON.stringify(await health()).includes('"failed":1'))
  expect(await health()).toMatchObject({
    queues: [
      { queue: 'declarations', mode: 'live', waiting: 0, failed: 0 },
      rehearsal,
      { queue: 'declarations', mode: 'replay', delayed: 0 },
      { queue: 'alerts', mode: 'live' },
      { queue: 'alerts', mode: 'rehearsal' },
      { queue: 'alerts', mode: 'replay' },
    ],
  })
  expect(await call('GET', '/metrics')).toMatchObject({
    body: expect.stringContaining(
      'results_night_queue_jobs{queue="declarations",mode="rehearsal",state="failed"} 1',
    ),
  })
})

test('[OBS4] without a worker what was declared is seen to wait', async () => {
  const { call, desk } = await openMeasured()
  const night = await desk.openLive({ from: october })
  await desk.declare(night, await declarationOf(october, tamworth))
  const text = await until('it is measured', async () => {
    const now = String((await call('GET', '/metrics')).body)
    return !now.includes('queue="declarations",mode="live",state="waiting"} 0') && now
  })
  // With the opening.
  expect(text).toContain(
    'results_night_queue_jobs{queue="declarations",mode="live",state="waiting"} 2\n',
  )
})

test('[OBS5] screens are counted by what they were built as and by night, with how far each night was sent', async () => {
  const { call, url, night } = await openPlayed()
  openScreen(url, { night })
  const { version } = z.object({ version: z.string() }).parse((await call('GET', '/version')).body)
  openScreen(url, { night, version })
  const health = async () => (await call('GET', '/api/health')).body
  await until('they are counted', async () =>
    JSON.stringify(await health()).includes('"connected":3'),
  )
  expect(await health()).toMatchObject({
    screens: {
      connected: 3,
      behind: 0,
      version,
      versions: expect.arrayContaining([
        { version: screenVersion, screens: 1 },
        { version: null, screens: 1 },
        { version, screens: 1 },
      ]),
    },
    nights: [{ id: night, seq: 3, screens: 3, behind: 0, lastEvent: expect.any(String) }],
  })
  const text = String((await call('GET', '/metrics')).body)
  for (const build of ['current', 'old', 'unknown'])
    expect(text).toContain(`results_night_screens_by_build{build="${build}"} 1\n`)
  expect(text).toMatch(
    new RegExp(`^results_night_last_event_age_seconds\\{night="${night}",mode="live"\\} \\d`, 'm'),
  )
  expect(text).toMatch(
    new RegExp(`^results_night_log_read_age_seconds\\{night="${night}",mode="live"\\} [0-4]`, 'm'),
  )
})

test('[OBS5] a page says what it was built as, which is what the server serves', async () => {
  const { call } = await openHouse()
  const { version } = z.object({ version: z.string() }).parse((await call('GET', '/version')).body)
  for (const path of ['/', '/health', '/replay?room=x'])
    expect((await call('GET', path)).body).toContain(`<meta name="version" content="${version}" />`)
})

test('[OBS6] the last error of server and worker is told with its time and night, and nothing that came from outside', async () => {
  const { call, desk, night: live, cause } = await openPlayed()
  const health = async () => Health.parse((await call('GET', '/api/health')).body)
  expect((await health()).faults).toEqual({ server: null, worker: null })
  const held = withVotes(await declarationOf(october, tamworth), { 'sarah-edwards': 10_719 })
  await desk.declare(live, { ...held, revision: 2, reason: 'a-text-from-outside' })
  const night = await cause()
  const faults = await until('both are told', async () => {
    const { faults } = await health()
    return faults.server !== null && faults.worker !== null && faults
  })
  expect(faults).toEqual({
    server: { words: 'the log was altered or cut back: every screen starts afresh', night },
    worker: { words: 'job failed', night },
  })
  const text = String((await call('GET', '/metrics')).body)
  for (const room of ['server', 'worker'])
    expect(text).toMatch(
      new RegExp(`^results_night_last_fault_timestamp_seconds\\{room="${room}"\\} \\d{10}`, 'm'),
    )
})
