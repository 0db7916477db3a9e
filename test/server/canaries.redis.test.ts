import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { startRedis } from '../../setup/redis.mjs'
import { deskToken } from '../support/call.ts'
import { environmentOf, openServer, openWorker } from '../support/house.ts'
import { declarationOf, october, tamworth, withVotes } from '../support/night.ts'
import { firstMessage } from '../support/screen.ts'
import { until } from '../support/until.ts'

const viewToken = 'rnv_the-view-token-of-the-tests'
const wrongTokens = ['rnd_a-wrong-token-of-the-desk', 'rno_abcdefgh_a-wrong-token-of-a-hall']

/** A house with a Redis of its own, so that its files on the disk can be read, and with every line that it logs. */
const openQuietHouse = async () => {
  const { REDIS_SERVER_BINARY: binary = '', REDIS_SERVER_LIBRARY_PATH: libraryPath } = process.env
  const environment = await environmentOf('unset')
  const folder = join(environment['DATA_DIR'] ?? '', 'redis')
  const redis = await startRedis({ binary, libraryPath, dir: folder })
  onTestFinished(() => redis.close())
  const house = { ...environment, REDIS_URL: redis.url, VIEW_TOKEN: viewToken }
  const lines: string[] = []
  const log = pino({ level: 'trace' }, { write: (line) => void lines.push(line) })
  await openWorker(house, log)
  const client = new Redis({ path: redis.socketPath })
  onTestFinished(() => client.disconnect())
  return { ...(await openServer(house, log)), client, lines, folder }
}

/** One key's name and all that is in it, as plain text: a dump may be compressed. */
const contentOf = async (client: Redis, key: string): Promise<string> => {
  const type = await client.type(key)
  const reads: Readonly<Record<string, () => Promise<unknown>>> = {
    string: () => client.get(key),
    hash: () => client.hgetall(key),
    list: () => client.lrange(key, 0, -1),
    set: () => client.smembers(key),
    zset: () => client.zrange(key, '0', '-1'),
    stream: () => client.xrange(key, '-', '+'),
  }
  const read = reads[type]
  if (!read) throw new Error(`${key} is a ${type}, which this test cannot read`)
  return `${key} ${JSON.stringify(await read())}`
}

const allOf = async (client: Redis): Promise<string[]> => {
  const keys = await client.keys('*')
  return Promise.all(keys.map((key) => contentOf(client, key)))
}

const filesOf = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')))
}

/** Everything of an answer that a caller sees. */
const ask = async (url: string, token: string, body?: string): Promise<string> => {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body }),
  })
  const headers = JSON.stringify([...response.headers])
  return `${response.status} ${headers} ${await response.text()}`
}

/** What a screen that says this token is told first. */
const hello = async (url: string, night: string, token: string): Promise<string> =>
  JSON.stringify(await firstMessage(url, { night, token }))

/** What is answered while Redis hears nothing. */
const whileAway = async (
  client: Redis,
  answers: () => readonly Promise<string>[],
): Promise<string[]> => {
  const id = Number(/process_id:(\d+)/.exec(await client.info('server'))?.[1])
  process.kill(id, 'SIGSTOP')
  try {
    return await Promise.all(answers())
  } finally {
    process.kill(id, 'SIGCONT')
  }
}

test('[SEC15] tokens, right and wrong ones, are found in no log line, answer, key, job or file', async () => {
  const { url, call, client, lines, folder, desk } = await openQuietHouse()
  const night = await desk.open(october)
  const scope = { nights: [night], constituencies: [tamworth] }
  const hall = await desk.officer({ name: 'Hall', ...scope })
  const gone = await desk.officer({ name: 'Gone', ...scope })
  expect((await call('DELETE', `/api/officers/${gone.id}`)).status).toBe(204)
  const secrets = [deskToken, viewToken, hall.token, gone.token, ...wrongTokens]

  const right = await declarationOf(october, tamworth)
  const wrong = withVotes(right, { 'sarah-edwards': 10_719 })
  const bodies = [right, wrong, {}]
    .map((body) => JSON.stringify(body))
    .concat('{', 'x'.repeat(40_000))
  const writing = ['declarations', 'notes', 'status', 'flashes', 'withdrawals'].map(
    (what) => `/api/nights/${night}/${what}`,
  )
  const reading = ['', '/board', '/events', '/held', '/declarations/none'].map(
    (what) => `/api/nights/${night}${what}`,
  )
  const pages = ['/', `/wall?night=${night}`, '/no/such/page', '/health/ready', '/api/none']
  const answers: string[] = []
  for (const token of secrets) {
    const all = [
      ...[...reading, ...pages, '/api/replays'].map((path) => ask(url + path, token)),
      ...[...writing, '/api/officers', '/api/replays', '/api/nights'].flatMap((path) =>
        bodies.map((body) => ask(url + path, token, body)),
      ),
      hello(url, night, token),
    ]
    answers.push(...(await Promise.all(all)))
  }
  await until('it is decided', async () => (await desk.events(night)).seq >= 2)
  const away = await whileAway(client, () =>
    secrets.map((token) => ask(`${url}${writing[0]}`, token, bodies[0])),
  )
  expect(away.every((answer) => /^(401|503) /.test(answer))).toBe(true)
  answers.push(...away)

  const places = {
    lines,
    answers,
    keys: await allOf(client),
    files: await filesOf(folder),
  }
  // Each place has what it should have, so that nothing is found in nothing.
  expect(places.lines.some((line) => line.includes('declaration'))).toBe(true)
  expect(places.answers.length).toBeGreaterThan(200)
  expect(places.keys.some((key) => key.startsWith('{queue}:declarations-rehearsal:d-'))).toBe(true)
  expect(places.files.some((file) => file.includes(hall.id) && file.includes('XADD'))).toBe(true)
  for (const [place, texts] of Object.entries(places)) {
    const found = secrets.filter((secret) => texts.some((text) => text.includes(secret)))
    expect([place, found]).toEqual([place, []])
  }
}, 60_000)
