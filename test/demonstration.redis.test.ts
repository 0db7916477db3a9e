import { expect, onTestFinished, test } from 'vitest'
import { caller, deskToken } from './support/call.ts'
import { freePort } from './support/free-port.ts'
import { environmentOf } from './support/house.ts'
import { createProgram } from './support/program.ts'
import { startServer } from './support/redis-server.ts'

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
