import { replaysKey } from '@night/shared/names'
import { Replay } from '@night/shared/replay'
import { expect, onTestFinished, test } from 'vitest'
import { caller, deskToken } from './support/call.ts'
import { freePort } from './support/free-port.ts'
import { environmentOf } from './support/house.ts'
import { createProgram } from './support/program.ts'
import { startServer } from './support/redis-server.ts'
import { runCommand } from './support/terminal.ts'

test('[SET17] npm start plays the Tamworth night, and with DEMO=0 none, not even one that was begun before', async () => {
  const port = await freePort()
  const call = caller(`http://127.0.0.1:${port}`)
  const own = await environmentOf('unset')
  // Of its own: others' replays would leave no room for one more.
  const redis = await startServer(own['DATA_DIR'] ?? '')
  onTestFinished(redis.close)
  const environment = {
    ...own,
    REDIS_URL: redis.url,
    PORT: String(port),
    DESK_TOKEN: deskToken,
  }
  const demonstrationWith = async (demo: '0' | '1') => {
    const house = createProgram({
      path: 'setup/start.mjs',
      ready: 'ready http',
      // Empty is not set.
      environment: { ...environment, DEMO: demo, VIEW_TOKEN: '' },
    })
    onTestFinished(house.kill)
    await house.start()
    const answer = await call('GET', '/api/replays/demo')
    await house.kill()
    return answer
  }
  expect(await demonstrationWith('1')).toMatchObject({
    body: { of: '2023-10-19-by-elections', playing: true },
  })
  expect((await demonstrationWith('0')).status).toBe(404)
}, 60_000)

test('[SET15] a port that no browser opens is said in words, without a stack', async () => {
  const own = await environmentOf('unset')
  const redis = await startServer(own['DATA_DIR'] ?? '')
  onTestFinished(redis.close)
  const { code, stdout, stderr } = await runCommand({
    program: process.execPath,
    words: ['setup/start.mjs'],
    environment: { ...own, REDIS_URL: redis.url, PORT: '6697', DESK_TOKEN: deskToken },
  })
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toContain('No browser opens a page at http://127.0.0.1:6697: give it another PORT')
  expect(stderr).not.toContain('    at ')
}, 60_000)

test('[SET17] where there is no room for one more replay the terminal says so, and names no wall', async () => {
  const port = String(await freePort())
  const own = await environmentOf('unset')
  const redis = await startServer(own['DATA_DIR'] ?? '')
  onTestFinished(redis.close)
  const at = '2023-10-20T01:00:00.000Z'
  const of = '2023-10-19-by-elections'
  for (let count = 0; count < 20; count += 1) {
    const [id, run, speed, playing] = [`full${count}`, 1, 1, false]
    const times = { from: at, to: at, position: at, setAt: at }
    const replay = Replay.parse({ id, of, night: `${of}-${id}`, run, speed, playing, ...times })
    await redis.client.hset(replaysKey, id, JSON.stringify(replay))
  }
  const lines: string[] = []
  const house = createProgram({
    path: 'setup/start.mjs',
    ready: 'ready http',
    environment: { ...own, REDIS_URL: redis.url, PORT: port, DESK_TOKEN: deskToken },
    onLine: (line) => lines.push(line),
    patience: 60_000,
  })
  onTestFinished(house.kill)
  await house.start()
  expect(lines.filter((line) => !line.startsWith('{'))).toEqual([
    'Tamworth does not play: There are 20 replays. Remove one that nobody watches.',
    `ready http://127.0.0.1:${port}`,
  ])
}, 90_000)
