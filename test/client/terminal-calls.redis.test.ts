import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { NightSummary } from '@night/shared/night'
import { expect, onTestFinished, test, vi } from 'vitest'
import { bare, front, lines, openBoth, program } from '../support/at-terminal.ts'
import { declarationOf, october, tamworth } from '../support/night.ts'
import { runCommand } from '../support/terminal.ts'

// Each command is a process, and some tests start a dozen.
vi.setConfig({ testTimeout: 180_000 })

test('[CLI5] a declaration ends with what became of it: published, held back, or refused', async () => {
  const { command, desk } = await openBoth()
  const night = await desk.open(october)
  const declaration = await declarationOf(october, tamworth)
  const send = (body: unknown, ...words: string[]) =>
    runCommand({ ...command('declare', night, '-', ...words), input: JSON.stringify(body) })
  const wrong = { ...declaration, valid: declaration.valid + 1 }
  const held = await send(wrong)
  expect(held.code).toBe(3)
  expect(held.stdout).toMatch(/^held back for the desk:\n {2}- The votes add up to/)
  expect(lines((await send(wrong, '--json')).stdout)).toMatchObject([
    { status: 'held', reasons: [{ code: 'does-not-add-up' }] },
  ])
  const published = await send(declaration)
  expect(published).toMatchObject({ code: 0, stderr: '' })
  expect(published.stdout).toMatch(/^published as event 2: LAB GAIN Tamworth from CON\. /)
  expect(lines((await send(declaration, '--json')).stdout)).toMatchObject([
    { status: 'published', seq: 2, event: { kind: 'declared', revision: 1 } },
  ])
  const refused = await send({ constituency: tamworth }, '--json')
  expect([refused.code, lines(refused.stdout)]).toMatchObject([
    4,
    [{ status: 'refused', code: 'does-not-fit' }],
  ])
})

test('[CLI5] nights are listed, opened, replayed and closed', async () => {
  const { night, desk } = await openBoth()
  expect(await night('open', 'a-live-one', '--from', october, '--mode', 'live')).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('two people have armed it'),
  })
  expect((await night('close', 'a-live-one')).code).toBe(4)
  const id = await desk.open(october)
  expect((await night('close', id)).stdout).toMatch(/^published as event 2: /)
  const replayed = await night('replay', october, '--speed', 'max')
  expect(replayed.code).toBe(0)
  await desk.reached(replayed.stdout.trim(), 4)
  const all = lines((await night('nights', '--json')).stdout).map((one) => NightSummary.parse(one))
  expect(all.find((one) => one.id === id)).toMatchObject({ state: 'closed', seq: 2 })
  const table = (await night('nights')).stdout.trimEnd().split('\n')
  expect(table).toHaveLength(all.length)
  expect(table).toContainEqual(expect.stringMatching(/^a-live-one +live +0 of 2 +open +By-elec/))
})

test('[CLI6] an export goes to stdout or into a file, whole or not at all', async () => {
  const { night, folder, desk, server } = await openBoth()
  const id = await desk.open(october)
  await desk.reached(id, 1)
  const whole = await fetch(`${server.url}/api/nights/${id}/night.ndjson`)
  const body = await whole.text()
  expect(await night('export', id, '--form', 'ndjson')).toMatchObject({ code: 0, stdout: body })
  const path = join(folder, 'night.ndjson')
  expect(await night('export', id, '--form', 'ndjson', '--out', 'night.ndjson')).toEqual({
    code: 0,
    stdout: `${path}\n`,
    stderr: '',
  })
  expect(await readFile(path, 'utf8')).toBe(body)
  expect((await night('export', 'no-night', '--form', 'json', '--out', 'not.json')).code).toBe(4)
  expect((await readdir(folder)).filter((name) => name.startsWith('not'))).toEqual([])
  expect(await night('export', id, '--form', 'csv', '--out', 'nowhere/a.csv')).toMatchObject({
    code: 1,
    stderr: `There is no folder ${join(folder, 'nowhere')}. Make it, or name another with --out.\n`,
  })
})

test('[CLI6] a form that a house does not have is told from a night that it does not have', async () => {
  const house = createServer((request, response) => {
    const isThere = request.url === '/api/nights/a-night/board'
    response.writeHead(isThere ? 200 : 404, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ code: 'no-such-thing', detail: 'There is nothing there.' }))
  }).listen(0, '127.0.0.1')
  await once(house, 'listening')
  onTestFinished(() => void house.close())
  const address = house.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const words = [front, 'export', 'a-night', '--form', 'csv']
  const environment = { ...bare, PORT: String(port) }
  const old = await runCommand({ program, words, environment })
  expect(old).toMatchObject({ code: 4, stderr: expect.stringContaining('does not give out csv') })
  words[2] = 'no-night'
  expect(await runCommand({ program, words, environment })).toMatchObject({
    code: 4,
    stderr: 'There is nothing there.\n',
  })
})
