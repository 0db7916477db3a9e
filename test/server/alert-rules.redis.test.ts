import { expect, test } from 'vitest'
import { all, openAlerts, screen, subscribed } from '../support/alert-door.ts'
import { tamworth } from '../support/night.ts'

test('[ALR47] a seat, a party or a region that the night has not is refused, and what it has is said', async () => {
  const { call, night } = await openAlerts()
  const create = (rules: object) => call('POST', all, { night, channel: screen, rules })
  const refused = (words: string) => ({
    status: 422,
    body: { code: 'does-not-fit', detail: expect.stringContaining(words) },
  })
  expect(await create({ seats: [tamworth, 'E14001535'] })).toMatchObject(
    refused('E14001535 is no seat of this night.'),
  )
  expect(await create({ gains: { parties: ['Labour'] } })).toMatchObject(
    refused('“Labour” is no party’s id. Those of this night: con, cpa, ruk, ld'),
  )
  expect(await create({ gains: { regions: ['west midlands'] } })).toMatchObject(
    refused('“west midlands”. Its regions: East of England, West Midlands.'),
  )
  // A party that stands, one that stood, one that is known and has nobody here.
  const { id, token } = await subscribed(call, {
    night,
    channel: screen,
    rules: { gains: { parties: ['ruk', 'ukip', 'hpuk', 'snp'], regions: ['West Midlands'] } },
  })
  const patch = (rules: object) => call.as(token)('PATCH', `${all}/${id}`, { rules })
  expect(await patch({ gains: { parties: ['LAB'] } })).toMatchObject(refused('“LAB”'))
  expect(await patch({ seats: ['E14001535'] })).toMatchObject(refused('E14001535'))
  expect(await patch({ seats: [tamworth], gains: null })).toMatchObject({ status: 200 })
})
