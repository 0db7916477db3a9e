import { queueName, queuePrefix } from '@night/shared/names'
import { redisOptions } from '@night/shared/redis'
import { Job } from '@night/shared/submission'
import { Queue } from 'bullmq'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { openPage } from '../support/browser.ts'
import { deskToken } from '../support/call.ts'
import { openMeasured } from '../support/measured.ts'
import { declarationOf, october, tamworth } from '../support/night.ts'

const viewToken = 'rnv_the-view-token-of-the-tests'
const basic = (password: string, name = 'anybody'): string =>
  `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`

/** A house without a worker, so that what is declared stays in its queue; and a way to call its board. */
const openBoard = async () => {
  const opened = await openMeasured({ BULL_BOARD_PORT: '0', VIEW_TOKEN: viewToken })
  const { queueBoard, desk, house } = opened
  if (queueBoard === null) throw new Error('There is no board of queues')
  const night = await desk.open(october)
  const id = await desk.declare(night, await declarationOf(october, tamworth))
  const queue = new Queue(queueName('rehearsal'), {
    connection: redisOptions(new URL(house.REDIS_URL), 'work'),
    prefix: queuePrefix,
  })
  onTestFinished(() => queue.close())
  const ask = (path: string, password: string | null = deskToken, method = 'GET') =>
    fetch(queueBoard + path, {
      method,
      headers: password === null ? {} : { authorization: basic(password) },
    })
  return { ...opened, url: queueBoard, night, id, queue, ask }
}

test('[OBS10] nobody sees the queues unless the house asks for it, and then only on this machine', async () => {
  const { queueBoard, call } = await openMeasured()
  expect(queueBoard).toBeNull()
  for (const path of ['/queues', '/api/queues', '/admin/queues'])
    expect((await call('GET', path)).status).toBe(404)
  const { url } = await openBoard()
  expect(new URL(url).hostname).toBe('127.0.0.1')
})

test('[OBS10] only the house’s own token opens the queues, as the password: no officer’s, no editor’s, not the view token', async () => {
  const { ask, desk, night, url } = await openBoard()
  const scope = { nights: [night], constituencies: [tamworth] }
  const { token: officer } = await desk.officer({ name: 'Hall', ...scope })
  const { token: editor } = await desk.editor('Editor', night)
  for (const path of ['/', '/api/queues', '/static/js/', '/queue/declarations-rehearsal'])
    for (const password of [null, '', 'wrong', viewToken, officer, editor]) {
      const answer = await ask(path, password)
      expect([path, password, answer.status]).toEqual([path, password, 401])
      expect(answer.headers.get('www-authenticate')).toMatch(/^Basic /)
      expect(await answer.text()).not.toContain('declarations')
    }
  const bearer = await fetch(`${url}/`, { headers: { authorization: `Bearer ${deskToken}` } })
  expect(bearer.status).toBe(401)
  expect((await ask('/')).status).toBe(200)
})

const Shown = z.object({
  queues: z.array(
    z.object({
      name: z.string(),
      readOnlyMode: z.boolean(),
      allowRetries: z.boolean(),
      jobs: z.array(z.object({ id: z.string(), data: z.unknown() })),
    }),
  ),
})

test('[OBS11] all queues are shown and none can be changed; a job holds ids and nothing else', async () => {
  const { ask, queue, night, id } = await openBoard()
  const { queues } = Shown.parse(
    await (await ask(`/api/queues?activeQueue=${queueName('rehearsal')}&status=waiting`)).json(),
  )
  expect(queues.map(({ name }) => name).toSorted()).toEqual(
    ['alerts', 'declarations'].flatMap((what) =>
      ['live', 'rehearsal', 'replay'].map((mode) => `${what}-${mode}`),
    ),
  )
  expect(queues.every(({ readOnlyMode, allowRetries }) => readOnlyMode && !allowRetries)).toBe(true)
  const jobs = queues.flatMap((one) => one.jobs)
  expect(jobs.map((job) => Job.parse(job.data))).toContainEqual({
    night,
    mode: 'rehearsal',
    run: 1,
    id,
  })
  const of = `/api/queues/${queueName('rehearsal')}`
  const writes = [
    ['PUT', `${of}/${id}/retry/failed`],
    ['PUT', `${of}/${id}/clean`],
    ['PUT', `${of}/clean/completed`],
    ['PUT', `${of}/retry/failed`],
    ['PUT', `${of}/pause`],
    ['PUT', `${of}/empty`],
    ['PUT', `${of}/obliterate`],
    ['PUT', '/api/queues/pause'],
    ['POST', `${of}/add`],
    ['PATCH', `${of}/${id}/update-data`],
    ['DELETE', `${of}/${id}`],
  ] as const
  for (const [method, path] of writes) {
    const answer = await ask(path, deskToken, method)
    expect([path, answer.status]).toEqual([path, 405])
  }
  expect(await queue.getJobCounts('waiting')).toEqual({ waiting: 2 })
  expect(await queue.isPaused()).toBe(false)
})

test('[OBS11] the page works under a policy of its own, and loads nothing from elsewhere', async () => {
  const { url, id } = await openBoard()
  const { page, complaints } = await openPage()
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) elsewhere.push(request.url())
  })
  await page.setExtraHTTPHeaders({ authorization: basic(deskToken) })
  const answer = await page.goto(`${url}/queue/${queueName('rehearsal')}?status=waiting`)
  expect(answer?.headers()['content-security-policy']).toMatch(
    /^default-src 'none';script-src 'self';/,
  )
  await page.waitForSelector(`text=${id}`)
  expect(await page.locator('button:has-text("Retry"), button:has-text("Clean")').count()).toBe(0)
  // Styles of its own and letters from another house are forbidden: that is all it complains of.
  const isExpected = (one: string) =>
    one.includes('fonts.googleapis.com') || one.startsWith('Applying inline style')
  expect(complaints.filter((one) => !isExpected(one))).toEqual([])
  expect(elsewhere.filter((one) => !one.includes('fonts.googleapis.com'))).toEqual([])
})
