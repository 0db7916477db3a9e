import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { declarationOf, midBedfordshire, october, tamworth } from '../support/night.ts'
import { until } from '../support/until.ts'

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

test('[COR2 LOG9] a result that is withdrawn stands nowhere, and comes back only as a later revision with a reason', async () => {
  const { desk } = await openHouse()
  const night = await desk.open(october)
  const declaration = await declarationOf(october, tamworth)
  await desk.declare(night, declaration)
  await desk.reached(night, 2)
  const none = await desk.say(night, 'withdrawals', {
    constituency: tamworth,
    revision: 2,
    reason: 'voided',
  })
  expect(await desk.decided(night, none)).toMatchObject({
    reasons: [{ code: 'nothing-to-withdraw' }],
  })
  await desk.say(night, 'withdrawals', {
    constituency: tamworth,
    revision: 1,
    reason: 'voided by the court',
  })
  const events = await desk.reached(night, 3)
  expect(events[2]).toMatchObject({
    kind: 'withdrawn',
    replaces: 2,
    reason: 'voided by the court',
    consequences: expect.arrayContaining([{ kind: 'total', text: 'Lab one seat fewer' }]),
  })
  expect((await desk.board(night)).seatsById[tamworth]).toMatchObject({ latest: null, records: [] })
  const late = await desk.declare(night, { ...declaration, rejected: 45 })
  expect(await desk.decided(night, late)).toMatchObject({ reasons: [{ code: 'was-withdrawn' }] })
  await desk.declare(night, { ...declaration, revision: 2, reason: 'counted again' })
  expect((await desk.reached(night, 4))[3]).toMatchObject({
    kind: 'corrected',
    replaces: 3,
    revision: 2,
  })
})

test('[STA1] how a count goes is told until the result is there', async () => {
  const { desk } = await openHouse()
  const night = await desk.open(october)
  const expectedAt = '2023-10-20T02:30:00.000Z'
  await desk.say(night, 'status', { constituency: tamworth, status: 'recount', expectedAt })
  expect((await desk.reached(night, 2))[1]).toMatchObject({
    kind: 'status',
    status: 'recount',
    expectedAt,
  })
  expect((await desk.board(night)).seatsById[tamworth]?.status).toMatchObject({ status: 'recount' })
  await desk.declare(night, await declarationOf(october, tamworth))
  await desk.reached(night, 3)
  expect((await desk.board(night)).seatsById[tamworth]?.status).toBeNull()
  const late = await desk.say(night, 'status', { constituency: tamworth, status: 'counting' })
  expect(await desk.decided(night, late)).toMatchObject({ reasons: [{ code: 'already-declared' }] })
})

test('[STA2] a note carries who said it, and is of a seat or of the night', async () => {
  const { desk, call } = await openHouse()
  const night = await desk.open(october)
  const note = {
    text: 'A political earthquake.',
    speaker: 'A reporter',
    role: 'at the count',
    source: 'in the hall',
  }
  await desk.say(night, 'notes', { ...note, constituency: tamworth })
  await desk.say(night, 'notes', { text: 'Counting has begun in both seats.' })
  expect((await desk.reached(night, 3)).slice(1)).toMatchObject([
    { kind: 'note', ...note, constituency: { name: 'Tamworth' } },
    { kind: 'note', constituency: null, speaker: null },
  ])
  const notes = await until('the board has both', async () => {
    const board = await desk.board(night)
    return board.notes.length === 2 && board.notes
  })
  expect(notes.map(({ seq }) => seq)).toEqual([3, 2])
  const path = `/api/nights/${night}/notes`
  expect(await call('POST', path, { text: '' })).toMatchObject({ status: 422 })
  expect(await call('POST', path, { text: 'x', constituency: 'E14000001' })).toMatchObject({
    status: 422,
    body: { code: 'no-such-contest' },
  })
  expect(await call.as(null)('POST', path, note)).toMatchObject({ status: 401 })
})
