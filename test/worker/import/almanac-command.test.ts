import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseByElections } from '@night/shared/almanac'
import { parseAlmanacOrder } from '@night/worker/import/almanac/order'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dataText, fixture, tamworthNight } from './fixtures.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'almanac-'))
})
afterEach(() => rm(folder, { recursive: true }))

const run = (entry: string, words: readonly string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const main = fileURLToPath(new URL(`../../../worker/import/${entry}`, import.meta.url))
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', main, ...words],
      (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    )
  })

const words = [
  '--since',
  fixture('by-elections-since-1945'),
  '--constituencies',
  fixture('since-2010-constituencies'),
  '--candidates',
  fixture('since-2010-candidates'),
]
const general = [
  '--general',
  `2019=${fixture('ge2019-candidates')}`,
  '--general',
  `2024=${fixture('arbroath-2024-candidates')}`,
]

test('[IMP31] the command writes the almanac’s three files, and tells what its sources say otherwise', async () => {
  const { code, stdout, stderr } = await run('almanac-main.ts', [
    ...words,
    ...general,
    '--out',
    folder,
  ])
  expect([code, stdout]).toEqual([0, `${folder}\n`])
  expect((await readdir(folder)).toSorted()).toEqual([
    'by-elections-2010-2026.ndjson',
    'by-elections-since-1945.ndjson',
    'governments.ndjson',
  ])
  expect(stderr).toMatch(/Arbroath and Broughty Ferry +wrong-majority/)
  expect(stderr).toMatch(
    /Sheffield Brightside and Hillsborough +other-swing .* 5\.1 from ukip to lab/,
  )
  const written = await readFile(join(folder, 'by-elections-since-1945.ndjson'), 'utf8')
  const committed = parseByElections(await dataText('almanac/by-elections-since-1945.ndjson'))
  const rows = parseByElections(written)
  const keys = new Set(rows.map(({ date, name }) => `${date} ${name}`))
  expect(rows).toEqual(committed.filter(({ date, name }) => keys.has(`${date} ${name}`)))
})

test('[IMP31] Sheffield’s typing error is put right in the almanac, with what rests on it', async () => {
  await run('almanac-main.ts', [...words, ...general, '--out', folder])
  const rows = parseByElections(
    await readFile(join(folder, 'by-elections-since-1945.ndjson'), 'utf8'),
  )
  expect(rows.find(({ name }) => name.startsWith('Sheffield'))).toMatchObject({
    majority: { votes: 9590 },
    swing: { from: 'ukip', to: 'lab', points: expect.closeTo(4.0, 2) },
  })
})

test('[IMP31] a command line that is not an order is answered with the usage', () => {
  expect(() => parseAlmanacOrder([])).toThrow(/at since[^]*npm run almanac/)
  expect(() => parseAlmanacOrder([...words, '--general', 'x.csv'])).toThrow(/a year and a file/)
})

test('[IMP32] the command makes the log of a folder again, and leaves one that was edited as it is', async () => {
  const night = join(folder, tamworthNight.night)
  const log = await dataText(`nights/${tamworthNight.night}/log.ndjson`)
  await mkdir(night)
  await writeFile(
    join(night, 'night.json'),
    await dataText(`nights/${tamworthNight.night}/night.json`),
  )
  await writeFile(join(night, 'log.ndjson'), log)
  const made = await run('remake-main.ts', [night])
  expect([made.code, made.stdout]).toEqual([0, `${night}\n`])
  expect(await readFile(join(night, 'log.ndjson'), 'utf8')).toBe(log)

  const edited = log.replace('"votes":11719', '"votes":11718')
  await writeFile(join(night, 'log.ndjson'), edited)
  const refused = await run('remake-main.ts', [night])
  expect([refused.code, refused.stdout]).toEqual([1, ''])
  expect(refused.stderr).toContain('broken-chain')
  expect(await readFile(join(night, 'log.ndjson'), 'utf8')).toBe(edited)
})
