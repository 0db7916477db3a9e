import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rehearsalCommand } from '@night/worker/rehearsal/command'
import { expect, onTestFinished, test } from 'vitest'
import { definitionOf, october, recordedLog } from '../../support/night.ts'
import { openLoopback } from '../../support/loopback.ts'

/** A house that publishes whatever it is sent, and opens nights of the mode given. */
const openCareless = async (mode: string) => {
  const definition = await definitionOf(october)
  const events = await recordedLog(october)
  const posted: string[] = []
  const tokens: unknown[] = []
  const answer = (method: string, path: string): unknown => {
    if (path.endsWith('/events')) return { events }
    if (path === '/api/officers') return { id: 'abcdefgh', token: 'test' }
    if (path.includes('/declarations/')) return { status: 'published', seq: 2 }
    if (path.endsWith('/declarations')) return { id: 'd-1' }
    const opened = { id: 'rehearsal-test', mode, run: 1, openedAt: definition.pollsClose }
    if (method === 'POST') return opened
    return { ...definition, mode: path.endsWith(october) ? 'recorded' : mode }
  }
  const { origin } = await openLoopback(({ request }) => {
    const { method = '', url = '' } = request
    if (method === 'POST') posted.push(url)
    tokens.push(request.headers.authorization)
    const body = JSON.stringify(answer(method, url))
    return { status: 200, headers: { 'content-type': 'application/json' }, body }
  })
  return { origin, posted, tokens }
}

const run = async (url: string, environment: NodeJS.ProcessEnv = { DESK_TOKEN: 'test' }) => {
  const said: string[] = []
  const printed: string[] = []
  const words = ['--night', october, '--scenario', 'bad-data', '--speed', 'max', '--url', url]
  const code = await rehearsalCommand(words, environment, {
    clock: { now: Date.now },
    sleep: async () => undefined,
    isStopped: () => false,
    say: (text) => void said.push(text),
    progress: () => undefined,
    print: (text) => void printed.push(text),
  })
  return { code, said: said.join('\n'), printed: printed.join('') }
}

test('[RHS5] a house that publishes what it should hold ends a rehearsal with 1, and each miss is named', async () => {
  const { origin } = await openCareless('rehearsal')
  const { code, printed } = await run(origin)
  expect(code).toBe(1)
  expect(printed).toContain('MISSED: published, and should not have been: 13')
  expect(printed).toMatch(/Tamworth: One candidate is left out\./)
})

test('[RHS5] a house that opens a live night where a rehearsal was asked for is sent nothing', async () => {
  const { origin, posted } = await openCareless('live')
  const { code, said } = await run(origin)
  expect(code).toBe(2)
  expect(said).toContain('opened a live night where a rehearsal was asked for: nothing sent')
  expect(posted).toEqual(['/api/nights'])
})

test('[CLI3] a rehearsal has the token of DATA_DIR for a house on this machine, sends it to no other, and takes DESK_TOKEN before it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rehearse-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'desk-token'), 'of-here\n')
  const { origin, tokens } = await openCareless('live')
  await run(origin, { DATA_DIR: folder })
  expect(tokens.splice(0)).toContain('Bearer of-here')
  // It is here too, and by this name could be anywhere.
  const other = origin.replace('127.0.0.1', '0.0.0.0')
  const { code, said } = await run(other, { DATA_DIR: folder })
  expect([code, tokens]).toEqual([2, []])
  expect(said).toContain(`is not sent to ${other}. Put that house’s into DESK_TOKEN`)
  await run(other, { DATA_DIR: folder, DESK_TOKEN: 'of-there' })
  expect(tokens.filter((token) => token !== 'Bearer of-there')).toEqual([])
  expect(tokens).not.toEqual([])
})
