import { QueuedAnswer, RefusalsAnswer } from '@night/shared/answer/fate'
import { nightKeys, queueName, queuePrefix } from '@night/shared/names'
import { Queue } from 'bullmq'
import { expect, onTestFinished, test } from 'vitest'
import { openHouse, openServer } from '../support/house.ts'
import { declarationOf, isResult, midBedfordshire, october, tamworth } from '../support/night.ts'
import { openRedis } from '../support/redis-client.ts'
import { openScreen } from '../support/screen.ts'
import { until } from '../support/until.ts'

/** A night on which Tamworth waits for the desk: the majority was read out wrongly. */
const withTamworthHeld = async () => {
  const house = await openHouse()
  const night = await house.desk.open(october)
  const { id: hall, token } = await house.desk.officer({
    name: 'Hall of Tamworth',
    nights: [night],
    constituencies: [tamworth],
  })
  const declaration = { ...(await declarationOf(october, tamworth)), majority: 1361 }
  const path = `/api/nights/${night}/declarations`
  const { body } = await house.call.as(token)('POST', path, declaration)
  const { id } = QueuedAnswer.parse(body)
  await house.desk.decided(night, id)
  const rule = (what: 'release' | 'reject', reason = 'Listened again: he misspoke.') =>
    house.call('POST', `${path}/${id}/${what}`, { reason })
  return { ...house, night, declaration, path, id, token, hall, rule }
}

test('[HLD1] what is held is on no screen; a second person lets it through, and the log says who and why', async () => {
  const { desk, night, id, rule, server, hall } = await withTamworthHeld()
  const screen = openScreen(server.url, { night })
  await until('it has its board', () => screen.seen.board)
  expect(screen.seen.board?.seatsById[tamworth]?.latest).toBeNull()
  expect(await rule('release')).toMatchObject({ status: 202, body: { id, status: 'released' } })
  await until('it is on the screen', () => screen.seen.board?.seatsById[tamworth]?.latest)
  const [event] = (await desk.events(night)).events.filter(isResult)
  expect(event).toMatchObject({
    kind: 'declared',
    by: hall,
    released: {
      by: 'desk',
      reason: 'Listened again: he misspoke.',
      overruled: ['wrong-majority'],
    },
  })
  expect(await desk.fate(night, id)).toMatchObject({ status: 'published', seq: 2 })
  expect((await rule('release')).status).toBe(409)
  expect((await desk.events(night)).seq).toBe(2)
})

test('[HLD2] nobody lets through what they sent, and what does not add up is let through by nobody', async () => {
  const { call, desk } = await openHouse()
  const night = await desk.open(october)
  const path = `/api/nights/${night}/declarations`
  const real = await declarationOf(october, tamworth)
  const mine = await desk.declare(night, { ...real, majority: 1361 })
  await desk.decided(night, mine)
  const reason = { reason: 'It is right' }
  expect(await call('POST', `${path}/${mine}/release`, reason)).toMatchObject({
    status: 403,
    body: { code: 'second-person' },
  })
  const ann = await desk.editor('Ann', night)
  const elsewhere = await desk.editor('Bob', 'another-night')
  const as = (token: string, id: string, what: string) =>
    call.as(token)('POST', `${path}/${id}/${what}`, reason)
  expect((await as(elsewhere.token, mine, 'release')).status).toBe(403)
  const wrong = await desk.declare(night, { ...real, valid: real.valid + 2000 })
  await desk.decided(night, wrong)
  expect(await as(ann.token, wrong, 'release')).toMatchObject({
    status: 422,
    body: { code: 'cannot-be-released', detail: expect.stringContaining('2,000 fewer') },
  })
  expect((await as(ann.token, mine, 'release')).status).toBe(202)
  await desk.reached(night, 2)
})

test('[HLD3] what is rejected is never published, however often it is sent; the right figures are', async () => {
  const { desk, night, id, rule, declaration, call, token, path } = await withTamworthHeld()
  expect((await call.as(token)('POST', `${path}/${id}/reject`, { reason: 'no' })).status).toBe(403)
  expect(await rule('reject', 'A slip: 1,316 was read out.')).toMatchObject({ status: 202 })
  expect(await desk.fate(night, id)).toMatchObject({
    status: 'rejected',
    ruling: { by: 'desk', reason: 'A slip: 1,316 was read out.' },
  })
  expect(await desk.declare(night, declaration)).toBe(id)
  await desk.declare(night, { ...declaration, majority: 1316 })
  const events = await desk.reached(night, 2)
  expect(events.at(-1)).not.toHaveProperty('released')
  expect(await desk.fate(night, id)).toMatchObject({ status: 'rejected' })
})

test('[HLD3] what was rejected and was right after all comes before the desk anew with another time', async () => {
  const { desk, night, id, rule, declaration } = await withTamworthHeld()
  await rule('reject', 'The majority does not fit.')
  const anew = { ...declaration, declaredAt: '2023-10-20T01:46:00.000Z' }
  const again = await desk.declare(night, anew)
  expect(again).not.toBe(id)
  await desk.decided(night, again)
  expect(await desk.fate(night, again)).toMatchObject({ status: 'held' })
})

test('[HLD3] what is rejected or waits for the desk stays so when it is sent again long after its job is gone', async () => {
  const { desk, night, id, rule, declaration } = await withTamworthHeld()
  const queue = new Queue(queueName('rehearsal'), { prefix: queuePrefix, connection: openRedis() })
  onTestFinished(() => queue.close())
  const sendAgain = async () => {
    const job = await until('its job has ended', async () => {
      const one = await queue.getJob(id)
      return (await one?.isCompleted()) === true && one
    })
    await job.remove()
    expect(await desk.declare(night, declaration)).toBe(id)
    await until('it is looked at again', async () => (await queue.getJob(id))?.isCompleted())
  }
  const held = await desk.fate(night, id)
  await sendAgain()
  expect(await desk.fate(night, id)).toEqual(held)
  await rule('reject', 'A slip: 1,316 was read out.')
  await sendAgain()
  expect(await desk.fate(night, id)).toMatchObject({ status: 'rejected' })
  expect(await openRedis().xlen(nightKeys('rehearsal', night).log)).toBe(1)
})

test('[HLD5] of what is held back the latest stands first, in whatever zone its time was written', async () => {
  const { desk, call } = await openHouse()
  const night = await desk.open(october)
  const hold = async (seat: string, declaredAt: string): Promise<string> => {
    const declaration = { ...(await declarationOf(october, seat)), declaredAt, majority: 1 }
    const id = await desk.declare(night, declaration)
    await desk.decided(night, id)
    return id
  }
  const earlier = await hold(tamworth, '2023-10-20T02:45:00+01:00')
  const later = await hold(midBedfordshire, '2023-10-20T02:10:00Z')
  const { body } = await call('GET', `/api/nights/${night}/held`)
  expect(body).toMatchObject({ held: [{ id: later }, { id: earlier }] })
})

test('[HLD4] a winner whom the desk rejected is told with the seat', async () => {
  const { desk, call } = await openHouse()
  const night = await desk.open(october)
  const flash = { constituency: tamworth, candidate: 'sue-howarth' }
  const id = await desk.say(night, 'flashes', flash)
  await desk.decided(night, id)
  const path = `/api/nights/${night}/declarations/${id}`
  expect(await call('POST', `${path}/reject`, { reason: 'Not her' })).toMatchObject({ status: 202 })
  const { body } = await call('GET', `/api/nights/${night}/refusals`)
  expect(body).toMatchObject({ refusals: [{ code: 'rejected', constituency: tamworth }] })
})

test('[HLD4] what was refused and rejected can be read in words, by the desk only', async () => {
  const { desk, night, id, rule, call, token, path } = await withTamworthHeld()
  const other = await declarationOf(october, midBedfordshire)
  expect((await call.as(token)('POST', path, other)).status).toBe(403)
  expect((await call.as(token)('POST', path, { constituency: tamworth })).status).toBe(422)
  expect((await call.as(token)('POST', path, { constituency: 'E14000001' })).status).toBe(422)
  await rule('reject')
  expect((await call.as(token)('GET', `/api/nights/${night}/refusals`)).status).toBe(403)
  const { body } = await call('GET', `/api/nights/${night}/refusals`)
  const { refusals } = RefusalsAnswer.parse(body)
  expect(refusals).toHaveLength(4)
  expect(refusals).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        from: 'Hall of Tamworth',
        constituency: tamworth,
        code: 'does-not-fit',
      }),
      expect.objectContaining({ constituency: null, code: 'does-not-fit' }),
      expect.objectContaining({
        constituency: midBedfordshire,
        code: 'not-allowed',
        words: 'Hall of Tamworth may not declare Mid Bedfordshire on this night.',
      }),
      expect.objectContaining({ code: 'rejected', words: expect.stringContaining('misspoke') }),
    ]),
  )
  expect(JSON.stringify(refusals)).not.toContain(token)
  expect(await desk.fate(night, id)).toMatchObject({ status: 'rejected' })
})

test('[HLD1] two servers, two people, one ruling', async () => {
  const { night, id, path, environment, desk, call } = await withTamworthHeld()
  const elsewhere = await openServer(environment)
  const { token } = await desk.editor('Ann', night)
  const answers = await Promise.all([
    call('POST', `${path}/${id}/release`, { reason: 'right' }),
    elsewhere.call.as(token)('POST', `${path}/${id}/reject`, { reason: 'wrong' }),
  ])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([202, 409])
  const released = answers[0]?.status === 202
  expect(await desk.decided(night, id)).toMatchObject({
    status: released ? 'published' : 'rejected',
  })
})
