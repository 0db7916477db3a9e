import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { declarationOf, definitionOf, nightName, october, tamworth } from '../support/night.ts'
import { until } from '../support/until.ts'

test('[LOG7] a night is opened once, and its first event says so', async () => {
  const { call, desk } = await openHouse()
  const id = await desk.open(october)
  const opens = async (body: object): Promise<number> =>
    (await call('POST', '/api/nights', body)).status
  expect(await opens({ id, mode: 'rehearsal', from: october })).toBe(409)
  expect(await opens({ id: nightName(), mode: 'replay', from: october })).toBe(422)
  expect(await opens({ id: nightName(), mode: 'live', from: 'none' })).toBe(404)
  expect(await desk.reached(id, 1)).toMatchObject([
    { seq: 1, kind: 'opened', mode: 'rehearsal', constituencies: 2 },
  ])
  const night = await desk.night(id)
  expect(night).toMatchObject({
    id,
    mode: 'rehearsal',
    declared: 0,
    constituencies: 2,
    state: 'open',
  })
  expect(night.contests).toHaveLength(2)
})

test('[LOG7] of four who open the same night at once one does, and it is opened once', async () => {
  const { call, desk } = await openHouse()
  const body = { id: nightName(), mode: 'rehearsal', from: october }
  const answers = await Promise.all([1, 2, 3, 4].map(() => call('POST', '/api/nights', body)))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    201, 409, 409, 409,
  ])
  await desk.reached(body.id, 1)
  await desk.declare(body.id, await declarationOf(october, tamworth))
  expect((await desk.reached(body.id, 2)).map(({ kind }) => kind)).toEqual(['opened', 'declared'])
})

test('[REC10 WRD8] an open night says what to watch for, and what it has come to', async () => {
  const { desk } = await openHouse()
  const id = await desk.open(october)
  const before = await desk.night(id)
  expect(before.roundUp).toBe('Nothing has been declared yet.')
  expect(before.contests.every(({ watch }) => watch.length > 0)).toBe(true)
  await desk.declare(id, await declarationOf(october, tamworth))
  await desk.reached(id, 2)
  const after = await desk.night(id)
  expect(after.roundUp).toBe(
    'Labour gained Tamworth from the Conservatives. 1 of 2 still to declare.',
  )
  expect(after.contests.find(({ constituency }) => constituency.id === tamworth)?.watch).toEqual([])
})

test('[LOG7] a general election is opened from its definition, by the desk and by nobody else', async () => {
  const { call, desk } = await openHouse()
  const id = nightName()
  const definition = { ...(await definitionOf('2024-07-04-general-election')), id }
  const body = { id, mode: 'rehearsal', definition }
  expect((await call.as(null)('POST', '/api/nights', body)).status).toBe(401)
  expect((await call.as(null)('POST', '/api/Nights/', body)).status).toBe(401)
  expect((await call('POST', '/api/nights/', body)).status).toBe(201)
  expect((await desk.night(id)).constituencies).toBe(650)
})

test('[SEC3] an editor opens its own nights and no other, which would be the newest on every screen', async () => {
  const { call, desk } = await openHouse()
  const [own, other] = [nightName(), nightName()]
  const { token } = await desk.editor('Ann', own)
  const opens = (id: string) =>
    call.as(token)('POST', '/api/nights', { id, mode: 'rehearsal', from: october })
  expect(await opens(other)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
  expect((await call('GET', `/api/nights/${other}`)).status).toBe(404)
  expect((await opens(own)).status).toBe(201)
})

test('[LOG7] a night that names a seat or a candidate twice is not opened', async () => {
  const { call } = await openHouse()
  const definition = await definitionOf(october)
  const [first, second] = definition.contests
  if (!first || !second) throw new Error('There are not two seats.')
  const opens = (contests: readonly object[]) =>
    call('POST', '/api/nights', {
      id: nightName(),
      mode: 'rehearsal',
      definition: { ...definition, contests },
    })
  expect(await opens([first, second, first])).toMatchObject({
    status: 422,
    body: { detail: `definition.contests: ${first.constituency.id} is there twice.` },
  })
  const [candidate] = second.candidates
  const doubled = { ...second, candidates: [...second.candidates, candidate] }
  expect(await opens([first, doubled])).toMatchObject({
    status: 422,
    body: {
      detail: `definition.contests: “${candidate?.id}” stands twice in ${second.constituency.name}.`,
    },
  })
})

test('[LOG7] a night with a candidate whom no declaration could name is not opened', async () => {
  const { call } = await openHouse()
  const { contests, ...rest } = await definitionOf(october)
  const opens = (length: number) => {
    const named = contests.map((contest) => ({
      ...contest,
      candidates: contest.candidates.map((one, place) =>
        place === 0 ? { ...one, id: 'x'.repeat(length) } : one,
      ),
    }))
    const definition = { ...rest, contests: named }
    return call('POST', '/api/nights', { id: nightName(), mode: 'rehearsal', definition })
  }
  expect((await opens(100)).status).toBe(201)
  expect(await opens(101)).toMatchObject({
    status: 422,
    body: {
      detail: expect.stringContaining(
        'Mid Bedfordshire could not be declared: 0.candidate has to be 100 letters or less',
      ),
    },
  })
})

test('[SEC8] on a live night nothing is said before the polls close by our own clock, and nothing of the future', async () => {
  const { call, desk } = await openHouse()
  const definition = await definitionOf(october)
  const path = (night: string) => `/api/nights/${night}`
  const opens = async (pollsClose: string): Promise<string> => {
    return desk.openLive({ definition: { ...definition, pollsClose } })
  }
  const hour = 3_600_000
  const at = (offset: number): string => new Date(Date.now() + offset).toISOString()
  const early = await opens(at(hour))
  const declaration = await declarationOf(october, tamworth)
  const flash = { constituency: tamworth, candidate: 'sarah-edwards' }
  const refused = { status: 422, body: { code: 'before-polls-close' } }
  expect(
    await call('POST', `${path(early)}/declarations`, { ...declaration, declaredAt: at(2 * hour) }),
  ).toMatchObject(refused)
  expect(await call('POST', `${path(early)}/flashes`, flash)).toMatchObject(refused)
  const late = await opens(at(-hour))
  expect(
    await call('POST', `${path(late)}/declarations`, { ...declaration, declaredAt: at(hour) }),
  ).toMatchObject({
    status: 422,
    body: { code: 'in-the-future' },
  })
  expect(
    (await call('POST', `${path(late)}/declarations`, { ...declaration, declaredAt: at(-60_000) }))
      .status,
  ).toBe(202)
})

test('[LOG7] the desk closes a night, once, and its last event rounds it up', async () => {
  const { desk, call } = await openHouse()
  const id = await desk.open(october)
  await desk.declare(id, await declarationOf(october, tamworth))
  await desk.reached(id, 2)
  for (const time of [1, 2])
    expect([time, (await call('POST', `/api/nights/${id}/closing`, {})).status]).toEqual([
      time,
      202,
    ])
  expect((await desk.reached(id, 3))[2]).toMatchObject({
    kind: 'closed',
    words: { roundUp: 'Labour gained Tamworth from the Conservatives. 1 of 2 still to declare.' },
  })
})

test('[LOG7] the name of a replay is taken, and the replay says that it is open once all the same', async () => {
  const { call, desk } = await openHouse()
  const { id, night } = await desk.replay({ of: october, speed: 'max', playing: false })
  await desk.reached(night, 1)
  const taken = await call('POST', '/api/nights', { id: night, mode: 'rehearsal', from: october })
  expect(taken).toMatchObject({ status: 409, body: { code: 'exists-already' } })
  await desk.changeReplay(id, { playing: true })
  const kinds = await until('it is over', async () => {
    const all = (await desk.events(night)).events.map(({ kind }) => kind)
    return all.includes('closed') && all
  })
  expect(kinds.filter((kind) => kind === 'opened')).toEqual(['opened'])
})

test('[LOG7] a night of which a last result has a larger majority than votes is not opened', async () => {
  const { call } = await openHouse()
  const definition = await definitionOf(october)
  const [first, ...others] = definition.contests
  if (!first?.previous) throw new Error('There was no result before.')
  const previous = { ...first.previous, majority: first.previous.valid + 1 }
  const contests = [{ ...first, previous }, ...others]
  const body = { id: nightName(), mode: 'rehearsal', definition: { ...definition, contests } }
  expect(await call('POST', '/api/nights', body)).toMatchObject({
    status: 422,
    body: {
      detail: `definition.contests: ${first.constituency.name} had a majority of more than all votes last time.`,
    },
  })
})
