import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { declarationOf, midBedfordshire, october, tamworth } from '../support/night.ts'

test('[FLA1] a flash names the winner before there are figures, and is gone with them', async () => {
  const { desk } = await openHouse()
  const night = await desk.open(october)
  await desk.say(night, 'flashes', { constituency: tamworth, candidate: 'sarah-edwards' })
  const [, flash] = await desk.reached(night, 2)
  expect(flash).toMatchObject({
    kind: 'flash',
    winner: { name: 'Sarah Edwards', party: 'lab' },
    verdict: { kind: 'gain', from: 'con' },
    words: {
      line: expect.stringMatching(
        /^\d+\.\d\d[ap]m Tamworth: LAB GAIN from CON \(figures to follow\)$/,
      ),
    },
  })
  expect((await desk.board(night)).seatsById[tamworth]?.flash).not.toBeNull()
  await desk.declare(night, await declarationOf(october, tamworth))
  await desk.reached(night, 3)
  expect((await desk.board(night)).seatsById[tamworth]).toMatchObject({
    flash: null,
    latest: { revision: 1 },
  })
})

test('[FLA1] a flash after the figures, for somebody unlikely or for nobody who stood, waits for the desk', async () => {
  const { desk } = await openHouse()
  const night = await desk.open(october)
  await desk.declare(night, await declarationOf(october, tamworth))
  await desk.reached(night, 2)
  const fates = await Promise.all(
    [
      { constituency: tamworth, candidate: 'sarah-edwards' },
      { constituency: midBedfordshire, candidate: 'emma-holland-lindsay' },
      { constituency: midBedfordshire, candidate: 'count-binface' },
    ].map(async (body) => desk.decided(night, await desk.say(night, 'flashes', body))),
  )
  expect(fates).toMatchObject([
    { status: 'held', reasons: [{ code: 'already-declared' }] },
    { status: 'held', reasons: [{ code: 'flash-not-likely' }] },
    { status: 'held', reasons: [{ code: 'not-on-the-ballot' }] },
  ])
})

test('[FLA2] a wrong winner is withdrawn with a reason before another is said, and the figures come after as ever', async () => {
  const { call, desk } = await openHouse()
  const night = await desk.open(october)
  const say = async (to: 'flashes' | 'withdrawals', body: object) =>
    desk.decided(night, await desk.say(night, to, body))
  const [right, wrong] = ['sarah-edwards', 'andy-cooper']
  await say('flashes', { constituency: tamworth, candidate: wrong })
  const waits = await say('flashes', { constituency: tamworth, candidate: right })
  expect(waits).toMatchObject({
    status: 'held',
    reasons: [{ code: 'another-winner', words: expect.stringContaining('Withdraw that first') }],
  })
  const reason = 'The bundles were called too early'
  const taken = { constituency: tamworth, revision: 0, reason }
  expect(await say('withdrawals', { ...taken, revision: 1 })).toMatchObject({ status: 'held' })
  expect(await say('withdrawals', taken)).toMatchObject({ status: 'published', seq: 3 })
  await desk.reached(night, 3)
  expect(await call('GET', `/api/nights/${night}/corrections`)).toMatchObject({
    body: {
      corrections: [{ kind: 'withdrawn', reason, replaces: 2, consequences: [{ kind: 'line' }] }],
    },
  })
  expect((await desk.board(night)).seatsById[tamworth]).toMatchObject({
    flash: null,
    withdrawn: { reason },
  })
  const ann = await desk.editor('Ann', night)
  const release = `/api/nights/${night}/declarations/${waits.id}/release`
  await call.as(ann.token)('POST', release, { reason: 'I asked the hall' })
  await desk.reached(night, 4)
  expect((await desk.board(night)).seatsById[tamworth]).toMatchObject({
    flash: { winner: { candidate: right } },
    withdrawn: null,
  })
  await desk.declare(night, await declarationOf(october, tamworth))
  const events = await desk.reached(night, 5)
  expect(events.slice(1).map(({ kind }) => kind)).toEqual([
    'flash',
    'withdrawn',
    'flash',
    'declared',
  ])
  expect((await say('withdrawals', { ...taken, reason: 'again' })).status).toBe('held')
})

test('[FLA4] figures by which another has won wait until the winner is withdrawn, whoever lets them through', async () => {
  const { call, desk } = await openHouse()
  const night = await desk.open(october)
  const say = async (to: 'flashes' | 'withdrawals', body: object) =>
    desk.decided(night, await desk.say(night, to, body))
  await say('flashes', { constituency: tamworth, candidate: 'andy-cooper' })
  const sent = await desk.declare(night, await declarationOf(october, tamworth))
  const waits = {
    status: 'held',
    reasons: [
      {
        code: 'another-winner',
        words:
          'Every screen says that Andy Cooper has won Tamworth; by these figures it is Sarah Edwards. If the figures are right, the desk withdraws the winner first, with a reason, and then lets them through.',
      },
    ],
  }
  expect(await desk.decided(night, sent)).toMatchObject(waits)
  const ann = await desk.editor('Ann', night)
  const release = () =>
    call.as(ann.token)('POST', `/api/nights/${night}/declarations/${sent}/release`, {
      reason: 'I asked the hall',
    })
  await release()
  expect(await desk.decided(night, sent)).toMatchObject(waits)
  const taken = { constituency: tamworth, revision: 0, reason: 'Called too early' }
  expect(await say('withdrawals', taken)).toMatchObject({ seq: 3 })
  await release()
  const [, , , declared] = await desk.reached(night, 4)
  expect(declared).toMatchObject({ kind: 'declared', result: { verdict: { party: 'lab' } } })
  expect(declared).not.toHaveProperty('released')
})

test('[FLA3] a winner who was withdrawn is said again, and taken back again, in the same words', async () => {
  const { desk } = await openHouse()
  const night = await desk.open(october)
  const say = async (to: 'flashes' | 'withdrawals', body: object) =>
    desk.decided(night, await desk.say(night, to, body))
  const winner = (candidate: string) => say('flashes', { constituency: tamworth, candidate })
  const reason = 'Called too early'
  const takeBack = () => say('withdrawals', { constituency: tamworth, revision: 0, reason })
  const [one, other] = ['andy-cooper', 'sarah-edwards']

  expect(await winner(one)).toMatchObject({ seq: 2 })
  expect(await winner(one)).toMatchObject({ seq: 2 })
  expect(await takeBack()).toMatchObject({ seq: 3 })
  expect(await takeBack()).toMatchObject({ seq: 3 })
  expect(await winner(other)).toMatchObject({ seq: 4 })
  expect(await takeBack()).toMatchObject({ seq: 5 })
  await desk.reached(night, 5)
  expect((await desk.board(night)).seatsById[tamworth]?.flash).toBeNull()
  expect(await winner(one)).toMatchObject({ seq: 6 })
  expect(await winner(one)).toMatchObject({ seq: 6 })
})
