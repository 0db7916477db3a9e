import { createHouse } from '@night/client/terminal/house'
import { strangersIn } from '@night/client/terminal/strangers'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { definitionOf, october } from '../support/night.ts'

test('[CLI8] a party that can lose a seat for which it does not stand is no stranger', async () => {
  const definition = await definitionOf(october)
  const contests = definition.contests.map((contest) => ({
    ...contest,
    candidates: contest.candidates.filter(({ party }) => party !== 'con'),
  }))
  const server = createServer((_, response) => response.end(JSON.stringify({ contests })))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const nobody = { deskToken: null, viewToken: null, ownToken: async () => null }
  const house = await createHouse(`http://127.0.0.1:${port}`, nobody)
  const said = await strangersIn(house, { night: october, party: ['con', 'snp'] })
  expect(said).toEqual([expect.stringMatching(/^Nobody stands for “snp” on this night\./)])
})
