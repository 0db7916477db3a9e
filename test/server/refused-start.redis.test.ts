import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { ensurePrograms } from '../../setup/built.mjs'
import { createProgress } from '../../setup/progress.mjs'
import { listen } from '@night/server/listen'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { deskToken } from '../support/call.ts'
import { environmentOf } from '../support/house.ts'
import { startServer } from '../support/redis-server.ts'
import { root } from '../support/root.ts'
import { runCommand } from '../support/terminal.ts'

beforeAll(() => ensurePrograms(root, createProgress()), 120_000)

/** What a program says on stderr, and its exit code, where it does not start. */
const refusal = async (path: string, environment: NodeJS.ProcessEnv) => {
  const child = spawn(process.execPath, [path], {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  return { said, code }
}

const server = 'dist/server.mjs'
const worker = 'dist/worker.mjs'
const house = 'setup/start.mjs'
const open = { HOST: '0.0.0.0' }
const one = 'one-token-for-both-of-them'

test.each([server, house])(
  '[SEC17] %s with one token for the desk and for reading says so, and does not start',
  async (path) => {
    const environment: NodeJS.ProcessEnv = { ...(await environmentOf()), VIEW_TOKEN: one }
    const folder = environment['DATA_DIR'] ?? ''
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'desk-token'), `${one}\n`)
    for (const deskToken of [one, '']) {
      const { said, code } = await refusal(path, { ...environment, DESK_TOKEN: deskToken })
      expect(said).toMatch(/^VIEW_TOKEN is the desk’s own token[^\n]*$/m)
      expect(said).not.toContain(one)
      expect(code).toBe(1)
    }
  },
  30_000,
)

test.each([
  [server, { REDIS_URL: 'redis' }, /REDIS_URL is redis:\/\/host/],
  [worker, { REDIS_URL: 'redis' }, /REDIS_URL is redis:\/\/host/],
  [house, { REDIS_URL: 'redis' }, /REDIS_URL is redis:\/\/host/],
  [server, open, /HOST=0\.0\.0\.0 can be reached from other machines\. Set VIEW_TOKEN/],
  [house, open, /HOST=0\.0\.0\.0 can be reached from other machines\. Set VIEW_TOKEN/],
  [
    server,
    { HOST: '192.0.2.1', OPEN_READING: '1' },
    /HOST=192\.0\.2\.1 is no address of this machine/,
  ],
  [worker, { VAPID_SUBJECT: 'nobody' }, /VAPID_SUBJECT/],
  [house, { DEMO: 'yes' }, /DEMO/],
] as const)(
  '[OPS10] %s with %j says in words what is wrong, and ends with 1',
  async (path, wrong, words) => {
    const { said, code } = await refusal(path, { ...(await environmentOf()), ...wrong })
    expect(said).toMatch(words)
    expect(said).not.toMatch(/^\s+at /m)
    expect(code).toBe(1)
  },
  30_000,
)

test.each([server, worker])('[OPS10] so does %s on a Redis that will not do', async (path) => {
  const environment = await environmentOf('unset')
  const redis = await startServer(environment['DATA_DIR'] ?? '', ['maxmemory-policy allkeys-lru'])
  onTestFinished(redis.close)
  const { said, code } = await refusal(path, { ...environment, REDIS_URL: redis.url })
  expect(said).toMatch(/^This Redis throws things away [^\n]*\n$/)
  expect(code).toBe(1)
})

/** A port that another program has. */
const takenPort = async (): Promise<string> => {
  const other = createServer()
  const url = await listen(other, { host: '127.0.0.1', port: 0 })
  onTestFinished(() => void other.close())
  return new URL(url).port
}

test('[OPS10] so does a server whose port another program has', async () => {
  const port = await takenPort()
  const { said, code } = await refusal(server, { ...(await environmentOf()), PORT: port })
  expect(said).toBe(
    `Another program listens at 127.0.0.1, port ${port}. Stop it, or give this one another port.\n`,
  )
  expect(code).toBe(1)
})

test('[OPS10] npm start says nothing beside what helps: worker and server end before their Redis', async () => {
  const port = await takenPort()
  const { REDIS_SERVER_BINARY, REDIS_SERVER_LIBRARY_PATH } = process.env
  const { code, stdout, stderr } = await runCommand({
    program: process.execPath,
    words: [house],
    environment: {
      ...(await environmentOf('')),
      DESK_TOKEN: deskToken,
      LOG_LEVEL: '',
      PORT: port,
      FEED_REDIS_SERVER: REDIS_SERVER_BINARY,
      LD_LIBRARY_PATH: REDIS_SERVER_LIBRARY_PATH,
    },
  })
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^Redis [^\n]*\n\nAnother program listens at [^\n]*\n$/)
}, 60_000)
