import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { declarationOf, october, tamworth } from '../support/night.ts'
import { until } from '../support/until.ts'

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
