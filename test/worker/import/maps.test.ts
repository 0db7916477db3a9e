import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hexesToMap, mapToText } from '@night/worker/import/maps'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { definitionOf } from '../../support/night.ts'
import { root } from '../../support/root.ts'

const HexMap = z.strictObject({
  map: z.string(),
  source: z.string(),
  cells: z.array(
    z.strictObject({ id: z.string(), x: z.int().min(0), y: z.int().min(0), region: z.string() }),
  ),
})
const mapOf = async (name: string) =>
  HexMap.parse(JSON.parse(await readFile(join(root, 'data', 'maps', `${name}.json`), 'utf8')))

test.each([
  { name: 'uk-2010', night: '2019-12-12-general-election' },
  { name: 'uk-2024', night: '2024-07-04-general-election' },
])(
  '[MAP1] $name has one cell for each of the 650 seats, in its region',
  async ({ name, night }) => {
    const { cells, source } = await mapOf(name)
    const { contests } = await definitionOf(night)
    const regions = contests.map(({ constituency: { id, region } }) => `${id} ${region}`)
    expect(cells.map(({ id, region }) => `${id} ${region}`).toSorted()).toEqual(regions.toSorted())
    expect(source).toContain('Open Innovations, MIT')
    expect(new Set(cells.map(({ x, y }) => `${x} ${y}`)).size).toBe(650)
    expect(new Set(cells.map(({ x, y }) => (x + y) % 2)).size).toBe(1)
  },
)

const contestsOf = async (count: number) =>
  (await definitionOf('2024-07-04-general-election')).contests.slice(0, count)
const hexesFor = (ids: readonly string[]) =>
  Object.fromEntries(ids.map((id, index) => [id, { n: id, q: index, r: 7 - index }]))

test('[MAP2] rows count from the north, and odd ones stand half a cell to the east', async () => {
  const contests = await contestsOf(2)
  const [first = '', second = ''] = contests.map(({ constituency }) => constituency.id)
  const hexes = { [first]: { n: 'A', q: 4, r: 3 }, [second]: { n: 'B', q: 4, r: -2 } }
  const { cells } = hexesToMap({ map: 'test', hexes, contests })
  expect(cells.map(({ id, x, y }) => [id, x, y])).toEqual([
    [first, 1, 0],
    [second, 0, 5],
  ])
  expect(mapToText({ map: 'test', source: 's', cells }).split('\n')).toHaveLength(5)
})

test('[MAP2] a cell without a seat, or a seat without a cell, is refused by its code', async () => {
  const contests = await contestsOf(3)
  const ids = contests.map(({ constituency }) => constituency.id)
  expect(() => hexesToMap({ map: 'test', hexes: hexesFor(ids.slice(1)), contests })).toThrow(ids[0])
  expect(() =>
    hexesToMap({ map: 'test', hexes: hexesFor([...ids, 'E14999999']), contests }),
  ).toThrow('E14999999')
})

test('[MAP3] a seat whose code was given out anew is found by its old one', async () => {
  const { contests } = await definitionOf('2024-07-04-general-election')
  const scottish = contests.filter(({ constituency }) => /S1400010[789]/.test(constituency.id))
  const { cells } = hexesToMap({
    map: 'test',
    hexes: hexesFor(['S14000006', 'S14000008', 'S14000010']),
    contests: scottish,
  })
  expect(cells.map(({ id }) => id).toSorted()).toEqual(['S14000107', 'S14000108', 'S14000109'])
})
