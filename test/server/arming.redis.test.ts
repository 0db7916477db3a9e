import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { declarationOf, definitionOf, nightName, october, tamworth } from '../support/night.ts'

/** Polls closed an hour ago. */
const openLiveNight = async () => {
  const house = await openHouse()
  const id = nightName()
  const pollsClose = new Date(Date.now() - 3_600_000).toISOString()
  const definition = { ...(await definitionOf(october)), id, pollsClose }
  const body = { id, mode: 'live', definition }
  expect((await house.call('POST', '/api/nights', body)).status).toBe(201)
  const declaredAt = new Date(Date.now() - 60_000).toISOString()
  const declaration = { ...(await declarationOf(october, tamworth)), declaredAt }
  const arm = (phrase: string, token?: string) =>
    (token === undefined ? house.call : house.call.as(token))('POST', `/api/nights/${id}/arming`, {
      phrase,
    })
  return { ...house, id, declaration, arm }
}

test('[LIV1] a live night says nothing until two people have typed its phrase', async () => {
  const { call, desk, id, declaration, arm } = await openLiveNight()
  const declares = () => call('POST', `/api/nights/${id}/declarations`, declaration)
  const refused = { status: 409, body: { code: 'not-armed' } }
  expect(await declares()).toMatchObject(refused)
  expect(await call('POST', `/api/nights/${id}/notes`, { text: 'Is this on?' })).toMatchObject(
    refused,
  )
  expect(await arm('go live')).toMatchObject({ status: 422, body: { code: 'wrong-phrase' } })
  const phrase = `GO LIVE ${id}`
  expect(await arm(phrase)).toMatchObject({ status: 200, body: { armed: false, missing: 1 } })
  expect(await arm(phrase)).toMatchObject({ body: { armed: false, missing: 1 } })
  expect(await declares()).toMatchObject(refused)
  const officer = await desk.officer({ name: 'Hall', nights: [id], constituencies: [tamworth] })
  expect((await arm(phrase, officer.token)).status).toBe(403)
  const ann = await desk.editor('Ann', id)
  const asked = () => call('GET', `/api/nights/${id}/arming`)
  expect(await asked()).toMatchObject({ status: 200, body: { armed: false, missing: 1 } })
  expect((await call.as(officer.token)('GET', `/api/nights/${id}/arming`)).status).toBe(403)
  expect(await arm(phrase, ann.token)).toMatchObject({ body: { armed: true, missing: 0 } })
  expect(await asked()).toMatchObject({ body: { armed: true, missing: 0 } })
  expect((await declares()).status).toBe(202)
  expect((await desk.reached(id, 2)).map(({ kind }) => kind)).toEqual(['opened', 'declared'])
})

test('[LIV1] whoever was revoked before the second person typed is none of the two, and afterwards the night stays live', async () => {
  const { call, desk, id, arm } = await openLiveNight()
  const phrase = `GO LIVE ${id}`
  const [ann, ben] = [await desk.editor('Ann', id), await desk.editor('Ben', id)]
  const revoke = async (who: { readonly id: string }) =>
    expect((await call('DELETE', `/api/officers/${who.id}`)).status).toBe(204)
  expect(await arm(phrase, ann.token)).toMatchObject({ body: { armed: false, missing: 1 } })
  await revoke(ann)
  expect(await call('GET', `/api/nights/${id}/arming`)).toMatchObject({ body: { missing: 2 } })
  expect(await arm(phrase)).toMatchObject({ body: { armed: false, missing: 1 } })
  expect(await arm(phrase, ben.token)).toMatchObject({ body: { armed: true, missing: 0 } })
  await revoke(ben)
  expect(await call('GET', `/api/nights/${id}/arming`)).toMatchObject({ body: { armed: true } })
})

test('[LIV1] a rehearsal cannot be armed, and needs not to be', async () => {
  const { call, desk } = await openHouse()
  const night = await desk.open(october)
  const answer = await call('POST', `/api/nights/${night}/arming`, { phrase: `GO LIVE ${night}` })
  expect(answer).toMatchObject({ status: 409, body: { code: 'not-live' } })
  await desk.declare(night, await declarationOf(october, tamworth))
  await desk.reached(night, 2)
})
