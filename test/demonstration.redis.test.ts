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
