import { expect, test } from 'vitest'
import { start } from '../start.ts'
import { caller, deskToken } from './support/call.ts'
import { freePort } from './support/free-port.ts'
import { environmentOf } from './support/house.ts'

test('[SET17] npm start plays the Tamworth night, and with DEMO=0 none, not even one that was begun before', async () => {
  const port = await freePort()
  const environment = { ...(await environmentOf()), PORT: String(port), DESK_TOKEN: deskToken }
  const call = caller(`http://127.0.0.1:${port}`)
  const demonstrationWith = async (demo: '0' | '1') => {
    // Empty is not set.
    const house = await start({ ...environment, DEMO: demo, VIEW_TOKEN: '', LOG_LEVEL: 'silent' })
    const answer = await call('GET', '/api/replays/demo')
    await house.close()
    return answer
  }
  expect(await demonstrationWith('1')).toMatchObject({
    body: { of: '2023-10-19-by-elections', playing: true },
  })
  expect((await demonstrationWith('0')).status).toBe(404)
}, 60_000)
