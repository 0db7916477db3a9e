import { execFile } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseNight } from '@night/shared/recorded'
import { parseOrder } from '@night/worker/import/order'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { byElectionWords, fixture, tamworthNight } from './fixtures.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'))
})
afterEach(() => rm(folder, { recursive: true }))

const main = fileURLToPath(new URL('../../../worker/import/main.ts', import.meta.url))
const words = byElectionWords(tamworthNight)

const runImport = (words: readonly string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const env = { ...process.env, DATA_DIR: folder }
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', main, ...words],
      { env },
      (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    )
  })

test('[IMP17] the command writes a night’s folder under DATA_DIR/nights and says where', async () => {
  const { code, stdout } = await runImport([...words, '--title', 'The two of October'])
  const written = join(folder, 'nights', tamworthNight.night)
  expect([code, stdout]).toEqual([0, `${written}\n`])
  expect((await readdir(written)).toSorted()).toEqual(['log.ndjson', 'night.json'])
  const night = parseNight(await readFile(join(written, 'night.json'), 'utf8'))
  expect(night.title).toBe('The two of October')
})

test('[IMP17] a refused import ends with 1, a table on stderr, and nothing written', async () => {
  const candidates = join(folder, 'candidates.csv')
  const text = await readFile(fixture('by-election-candidates'), 'utf8')
  await writeFile(candidates, text.replace(',11719,', ',10719,'))
  const { code, stdout, stderr } = await runImport([...words, '--candidates', candidates])
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^refused +Tamworth +does-not-add-up +The votes add up to 1,000 fewer/)
  expect(await readdir(folder)).toEqual(['candidates.csv'])
})

test('[IMP17] a file that is not what it should be is named, with the row and the column', async () => {
  const { code, stderr } = await runImport([...words, '--held', fixture('predecessors')])
  expect(code).toBe(1)
  expect(stderr).toContain('predecessors.csv, row 1:')
  expect(stderr).toContain('at ons_id')
})

test('[IMP17] a seat without electors is named, with its row, before anything is divided by them', async () => {
  const constituencies = join(folder, 'constituencies.csv')
  const text = await readFile(fixture('by-election-constituencies'), 'utf8')
  await writeFile(constituencies, text.replace(',71302,', ',0,'))
  const { code, stderr } = await runImport([...words, '--constituencies', constituencies])
  expect(code).toBe(1)
  expect(stderr).toMatch(/constituencies\.csv, row \d+:\n.*more than no electors\n.*at electorate/)
  expect(await readdir(folder)).toEqual(['constituencies.csv'])
})

test('[IMP17] a file that is not in UTF-8 is refused, naming the row, and no name is garbled', async () => {
  const candidates = join(folder, 'candidates.csv')
  const text = await readFile(fixture('by-election-candidates'), 'utf8')
  const saved = text.replace(',Sarah,Edwards,', ',Siân,Edwards,')
  const order = [...words, '--candidates', candidates]
  await writeFile(candidates, saved, 'latin1')
  const { code, stdout, stderr } = await runImport(order)
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/candidates\.csv, row \d+: “Si\uFFFDn” is not in UTF-8/)
  expect(await readdir(folder)).toEqual(['candidates.csv'])
  await writeFile(candidates, saved, 'utf8')
  expect((await runImport(order)).code).toBe(0)
})

test('[IMP17] a name that was put into UTF-8 twice is the name that was meant', async () => {
  const candidates = join(folder, 'candidates.csv')
  const text = await readFile(fixture('by-election-candidates'), 'utf8')
  const twice = Buffer.from('Áine', 'utf8').toString('latin1')
  await writeFile(candidates, text.replace(',Sarah,Edwards,', `,${twice},Ãdwards,`))
  const { code, stdout } = await runImport([...words, '--candidates', candidates])
  expect(code).toBe(0)
  const night = await readFile(join(stdout.trim(), 'night.json'), 'utf8')
  expect(night).toContain('"id":"aine-adwards","name":"Áine Ãdwards"')
})

test('[IMP17] a file that is no table is named', async () => {
  const held = join(folder, 'held.csv')
  await writeFile(held, 'ons_id,as_of\nE14000986,2023-10-19,con\n')
  const { code, stdout, stderr } = await runImport([...words, '--held', held])
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^held\.csv: .*on line 2$/m)
})

test('[IMP17] a command line that is not an order is answered with the usage', () => {
  expect(() => parseOrder(['--night', 'x'], undefined)).toThrow(
    /at constituencies[^]*npm run import/,
  )
  expect(() => parseOrder([...words, '--colour', 'red'], undefined)).toThrow(
    /--colour[^]*npm run import/,
  )
})

test('[IMP17] without DATA_DIR and --out the folder is made in var/nights', () => {
  expect(parseOrder(words, undefined).out).toBe(join('var', 'nights'))
  expect(parseOrder([...words, '--out', folder], '/elsewhere').out).toBe(folder)
})
