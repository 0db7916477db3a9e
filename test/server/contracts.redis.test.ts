import { expect, test } from 'vitest'
import { contracts, operationsOf } from '../support/contract.ts'
import { environmentOf, openServer } from '../support/house.ts'
import { routesOf } from '../support/routes.ts'

/** What outsiders may rely on; the screens' own addresses are theirs. */
const isPromised = (route: string): boolean => /^\w+ \/(api\/|health\/|metrics$)/.test(route)

test('[API1] every route of the house is in the contract, and every route of the contract is in the house', async () => {
  const { app, call } = await openServer(await environmentOf())
  const answer = await call.as(null)('GET', '/api/openapi.json')
  expect(answer).toMatchObject({ status: 200, type: 'application/json; charset=utf-8' })
  const { document, openapi, asyncapi } = await contracts()
  expect(answer.body).toEqual(JSON.parse(openapi))
  const described = operationsOf(document).map(({ method, path }) => `${method} ${path}`)
  const routes = routesOf(app).filter(isPromised)
  expect(routes.length).toBeGreaterThan(40)
  expect(routes.toSorted()).toEqual(described.toSorted())

  const pushed = await call.as(null)('GET', '/api/asyncapi.yaml')
  expect(pushed).toEqual({ status: 200, type: 'application/yaml; charset=utf-8', body: asyncapi })
})

test('[API1] the contract can be read where reading a night needs a token', async () => {
  const { call } = await openServer({
    ...(await environmentOf()),
    VIEW_TOKEN: 'rnv_the-view-token-of-the-tests',
  })
  expect(await call.as(null)('GET', '/api/nights')).toMatchObject({ status: 401 })
  for (const path of ['/api/openapi.json', '/api/asyncapi.yaml', '/api/docs'])
    expect([path, (await call.as(null)('GET', path)).status]).toEqual([path, 200])
})
