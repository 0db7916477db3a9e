import { expect, test } from 'vitest'
import { contracts, operationsOf } from '../support/contract.ts'
import { openHouse } from '../support/house.ts'
import { october } from '../support/night.ts'

test('[API2] whoever asks whether something has changed is answered as the contract says, on every way to read', async () => {
  const { document } = await contracts()
  const { server } = await openHouse()
  const statuses = await Promise.all(
    operationsOf(document)
      .filter(({ method }) => method === 'get')
      .map(async ({ path, operation }) => {
        const url = server.url + path.replaceAll('{night}', october)
        const headers = { accept: 'application/json', 'if-none-match': '*' }
        const { status } = await fetch(url, { headers })
        return { path, status, isKnown: String(status) in operation.responses }
      }),
  )
  expect(statuses.filter(({ isKnown, status }) => status === 304 && !isKnown)).toEqual([])
  expect(statuses.filter(({ status }) => status === 304).length).toBeGreaterThan(10)
})
