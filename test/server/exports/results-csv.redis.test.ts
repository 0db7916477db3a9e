import { expect, test } from 'vitest'
import { rowsOf } from '../../support/exported.ts'
import { openHouse } from '../../support/house.ts'
import {
  declarationOf,
  isResult,
  midBedfordshire,
  october,
  recordedLog,
  tamworth,
} from '../../support/night.ts'

/** As a browser asks whether what it has is still so. */
const asked = (tag: string) => ({ 'if-none-match': tag, 'cache-control': 'max-age=0' })

const july = '2024-07-04-general-election'

const openTables = async () => {
  const house = await openHouse()
  const get = (night: string, query = '', headers: Record<string, string> = {}) =>
    fetch(`${house.server.url}/api/nights/${night}/results.csv${query}`, { headers })
  return {
    ...house,
    get,
    rows: async (night: string, query = '') => rowsOf(await (await get(night, query)).text()),
  }
}

test('[EXP1] one row a candidate, by columns that have names, as RFC 4180 has it', async () => {
  const { get, rows } = await openTables()
  const answer = await get(october)
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
  expect(bytes.toString().replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(bytes.toString()).toMatch(/\r\n$/)
  const plain = await (await get(october, '?bom=no')).arrayBuffer()
  expect(Buffer.from(plain)).toEqual(bytes.subarray(3))

  const all = await rows(october)
  expect(all.map((row) => row['constituency'])).toEqual([
    ...Array(13).fill('Mid Bedfordshire'),
    ...Array(9).fill('Tamworth'),
  ])
  expect(all[13]).toMatchObject({
    constituency_id: tamworth,
    mode: 'recorded',
    night: october,
    region: 'West Midlands',
    country: 'England',
    declared_at: '2023-10-20T01:45:00.000Z',
    revision: '1',
    verdict: 'gain',
    verdict_party: 'lab',
    verdict_from: 'con',
    majority: '1316',
    overturned: '19634',
    valid: '25586',
    rejected: '44',
    electorate: '71302',
    swing_from: 'con',
    swing_to: 'lab',
    swing_points: '23.887074128510736',
    swing_printed: '23.9',
    place: '1',
    candidate_id: 'sarah-edwards',
    candidate: 'Sarah Edwards',
    party: 'lab',
    description: 'Labour',
    votes: '11719',
    share: '0.4580239193308841',
    elected: 'yes',
    deposit: 'saved',
  })
  // A change for the worse is a number, and no formula.
  expect(all[14]).toMatchObject({ change: '-0.25655966850248857', elected: 'no' })
  expect(all[21]).toMatchObject({ place: '9', deposit: 'lost' })
})

test('[EXP1] a general election comes whole, compressed or not, with its accents', async () => {
  const { get, rows } = await openTables()
  const all = await rows(july)
  expect(new Set(all.map((row) => row['constituency_id'])).size).toBe(650)
  expect(all.filter((row) => row['elected'] === 'yes')).toHaveLength(650)
  const valid = (await recordedLog(july)).filter(isResult).map(({ result }) => result.turnout.valid)
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
  expect(sum(all.map((row) => Number(row['votes'])))).toBe(sum(valid))
  expect(all.some((row) => row['constituency'] === 'Ynys Môn')).toBe(true)
  const short = await get(july, '', { 'accept-encoding': 'gzip' })
  expect(short.headers.get('content-encoding')).toBe('gzip')
  expect(rowsOf(await short.text())).toEqual(all)
  const long = await get(july, '', { 'accept-encoding': 'identity' })
  expect(long.headers.get('content-encoding')).toBeNull()
  expect(rowsOf(await long.text())).toEqual(all)
})

test('[EXP2] one row a constituency has the first three', async () => {
  const { rows } = await openTables()
  expect(await rows(october, '?each=constituency')).toMatchObject([
    {
      constituency_id: midBedfordshire,
      first: 'Alistair Strathern',
      first_party: 'lab',
      first_votes: '13872',
      second: 'Festus Akinbusoye',
      third: 'Emma Holland-Lindsay',
      third_party: 'ld',
    },
    { constituency_id: tamworth, first: 'Sarah Edwards' },
  ])
})

test('[EXP4] as it stood at a time, with a tag that moves with the log', async () => {
  const { get, rows, desk } = await openTables()
  const then = await rows(october, '?at=2023-10-20T02:00:00Z&each=constituency')
  expect(then.map((row) => row['constituency'])).toEqual(['Tamworth'])

  const night = await desk.open(october)
  await desk.reached(night, 1)
  const before = await get(night)
  const tag = before.headers.get('etag') ?? ''
  expect(rowsOf(await before.text())).toEqual([])
  expect(before.headers.get('cache-control')).toBe('no-cache')
  expect((await get(night, '', asked(tag))).status).toBe(304)
  await desk.declare(night, await declarationOf(october, tamworth))
  const last = (await desk.reached(night, 2)).at(-1)
  const after = await get(night, '', asked(tag))
  expect(after.status).toBe(200)
  expect(after.headers.get('etag')).toBe(`"2-${last?.hash.slice(0, 16)}"`)
  expect(rowsOf(await after.text())).toHaveLength(9)
  const head = await fetch(after.url, { method: 'HEAD' })
  expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([
    200,
    after.headers.get('etag'),
    '',
  ])
})
