import { canaryKey } from '@night/shared/names'
import { instant } from '@night/shared/time'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { all, screen, subscribed } from '../support/alert-door.ts'
import { openWorker } from '../support/house.ts'
import { openMeasured, settle, start } from '../support/measured.ts'
import { declarationOf, october, tamworth } from '../support/night.ts'
import { openScreen } from '../support/screen.ts'
import { until } from '../support/until.ts'

const viewToken = 'rnv_the-view-token-of-the-tests'

const nothing = { p50: null, p95: null, p99: null, count: 0 }

test('[ALR50] each step of an alert is measured by its median and its slowest, and what nobody got is counted', async () => {
  const { call, desk, redis } = await openMeasured()
  expect(await call('GET', '/api/health')).toMatchObject({
    status: 200,
    body: {
      alerts: { steps: [nothing, nothing, nothing, nothing], waiting: 0 },
      canary: null,
      nights: [],
    },
  })
  const [rehearsal, live] = [await desk.open(october), await desk.openLive({ from: october })]
  await settle(
    redis,
    { mode: 'live', night: live },
    Array.from({ length: 20 }, (_, index) => ({
      id: `result-${index}`,
      took: [30, 0.25, (index + 1) / 10] as const,
      ...(index < 4 && { acknowledged: 1.5 }),
    })),
  )
  // What a rehearsal declares, a test and a digest have no time of declaration that could be measured.
  await settle(redis, { mode: 'live', night: live }, [
    { id: 'test-1', kind: 'test', took: [0, 0, null], state: 'gone' },
    { id: 'digest-1', kind: 'digest', took: [0, 0, null], state: 'late' },
    { id: 'note-1', kind: 'note', took: [30, 0.25, null], state: 'late' },
    { id: 'note-2', kind: 'note', took: [30, 0.25, null], state: 'queued' },
  ])
  await settle(redis, { mode: 'rehearsal', night: rehearsal }, [
    { id: 'result-1', took: [1_000_000, 0.25, null], state: 'parked' },
  ])
  const measured = await until('it is measured anew', async () => {
    const { body } = await call('GET', '/api/health')
    return JSON.stringify(body).includes('"parked":1') && body
  })
  expect(measured).toMatchObject({
    alerts: {
      steps: [
        { from: 'declared', to: 'computed', p50: 30, p95: 30, p99: 30, count: 21 },
        { from: 'computed', to: 'queued', p50: 0.25, p95: 0.25, p99: 0.25, count: 22 },
        { from: 'queued', to: 'sent', p50: 1, p95: 1.9, p99: 2, count: 20 },
        { from: 'sent', to: 'acknowledged', p50: 1.5, p95: 1.5, p99: 1.5, count: 4 },
      ],
      late: 2,
      parked: 1,
      gone: 1,
      refused: 0,
      waiting: 1,
    },
  })
})

test('[ALR50] what the worker sent and the device confirmed is measured; a test alert has no event', async () => {
  const { call, desk, house } = await openMeasured()
  await openWorker(house)
  const night = await desk.open(october)
  const rules = { seats: [tamworth] }
  const { id, token } = await subscribed(call, { night, channel: screen, rules })
  const own = call.as(token)
  await own('POST', `${all}/${id}/test`)
  await desk.declare(night, await declarationOf(october, tamworth))
  const receipt = { alert: `decl-${tamworth}-1` }
  await until('the device has it', async () => {
    const { status } = await own('POST', `${all}/${id}/receipts`, receipt)
    return status === 204
  })
  const measured = await until('what was confirmed is measured', async () => {
    const { alerts } = Measured.parse((await call('GET', '/api/health')).body)
    const isWhole = alerts.waiting === 0 && alerts.steps.at(-1)?.count === 1
    return isWhole && alerts.steps[2]?.count === 2 && alerts
  })
  // Of a rehearsal's alert the declaration is of another night.
  expect(measured.steps.map(({ count }) => count)).toEqual([0, 1, 2, 1])
})

const Measured = z.object({
  alerts: z.object({ steps: z.array(z.object({ count: z.int() })), waiting: z.int() }),
})

test('[ALR50] a clock that is set back keeps nobody at old figures', async () => {
  const clock = { time: start, now: () => clock.time }
  const { call, desk } = await openMeasured({}, clock)
  const nights = async () => (await call('GET', '/api/health')).body
  expect(await nights()).toMatchObject({ nights: [] })
  const id = await desk.open(october)
  expect(await nights()).toMatchObject({ nights: [] })
  clock.time -= 3_600_000
  expect(await nights()).toMatchObject({ nights: [{ id }] })
})

test('[ALR51] Prometheus reads nights, screens, alerts, the canary and the process; whoever may not read may not', async () => {
  const { call, desk, redis, url, house } = await openMeasured({ VIEW_TOKEN: viewToken })
  await openWorker(house)
  const metrics = async () => String((await call.as(viewToken)('GET', '/metrics')).body)
  expect(await metrics()).not.toContain('results_night_canary')
  const night = await desk.open(october)
  await desk.declare(night, await declarationOf(october, tamworth))
  await desk.reached(night, 2)
  await settle(redis, { mode: 'rehearsal', night }, [{ id: 'result-1', took: [0, 0.5, 2] }])
  openScreen(url, { night, token: viewToken })
  await redis.hset(canaryKey, 'sent', instant(start))
  const text = await until('all of it is measured', async () => {
    const now = await metrics()
    return /^results_night_screens 1$/m.test(now) && /canary_age_seconds \+Inf/.test(now) && now
  })
  for (const line of [
    'results_night_measured 1',
    `results_night_log_seq{night="${night}",mode="rehearsal"} 2`,
    'results_night_alert_step_seconds{step="queued_sent",quantile="0.99"} 2',
    'results_night_alerts_waiting 0',
    'results_night_alerts_unsent{state="parked"} 0',
    'results_night_canary_age_seconds +Inf',
    '# TYPE results_night_screens gauge',
  ]) {
    expect(text.split('\n')).toContain(line)
  }
  expect(text).not.toContain('step="declared_computed"')
  expect(text).toMatch(/^process_resident_memory_bytes \d+$/m)
  await redis.hset(canaryKey, 'acknowledged', instant(start))
  await until('it came home', async () =>
    /^results_night_canary_age_seconds \d/m.test(await metrics()),
  )
  for (const path of ['/metrics', '/api/health']) {
    expect(await call.as(null)('GET', path)).toMatchObject({
      status: 401,
      body: { code: 'no-token' },
    })
  }
})

test('[ALR51] while Redis does not answer, the process is measured and the rest is said to be missing', async () => {
  const { call, redis } = await openMeasured()
  const id = Number(/process_id:(\d+)/.exec(await redis.info('server'))?.[1])
  process.kill(id, 'SIGSTOP')
  const answers = await Promise.all([call('GET', '/metrics'), call('GET', '/api/health')])
  process.kill(id, 'SIGCONT')
  const [metrics, health] = answers
  expect(metrics).toMatchObject({ status: 200 })
  expect(metrics.type).toMatch(/^text\/plain; version=0\.0\.4/)
  expect(metrics.body).toMatch(/^results_night_measured 0$/m)
  expect(metrics.body).toMatch(/^nodejs_eventloop_lag_seconds /m)
  expect(metrics.body).not.toContain('results_night_log_seq')
  expect(health).toMatchObject({ status: 503, body: { code: 'redis-away' } })
})

test('[ALR51] what a proxy shuts is shut: figures for Prometheus have one way of writing their address', async () => {
  const { call } = await openMeasured()
  const statuses = await Promise.all(
    ['/metrics', '/METRICS', '/Metrics/'].map(async (path) => (await call('GET', path)).status),
  )
  expect(statuses).toEqual([200, 404, 404])
})
