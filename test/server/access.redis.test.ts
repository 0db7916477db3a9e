import { io } from 'socket.io-client'
import { expect, onTestFinished, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { october } from '../support/night.ts'
import { firstMessage } from '../support/screen.ts'

test('[SEC4] a page of another origin is refused on both transports, a program and our own page are not', async () => {
  const { server } = await openHouse()
  const connects = (transport: string, origin?: string): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = io(server.url, {
        auth: { night: october },
        transports: [transport],
        reconnection: false,
        forceNew: true,
        ...(origin && { extraHeaders: { origin } }),
      })
      onTestFinished(() => void socket.disconnect())
      socket.once('night', () => resolve(true))
      socket.once('connect_error', () => resolve(false))
    })
  const table = await Promise.all(
    ['websocket', 'polling'].map((transport) =>
      Promise.all(
        [undefined, server.url, 'https://evil.example', 'null'].map((origin) =>
          connects(transport, origin),
        ),
      ),
    ),
  )
  expect(table).toEqual([
    [true, true, false, false],
    [true, true, false, false],
  ])
})

test.each(['j=0', 'x=?&j=0', '%6A=0'])(
  '[SEC4] nothing is sent as a script, which a page of any origin could run: %s',
  async (asked) => {
    const { server } = await openHouse()
    const greeting = `${server.url}/socket.io/?EIO=4&transport=polling`
    // An element of script says no origin.
    expect((await fetch(greeting)).status).toBe(200)
    expect((await fetch(`${greeting}&${asked}`)).status).toBe(403)
  },
)

test('[SEC3] where reading needs the view token, nothing is read without it, on no way out', async () => {
  const viewToken = 'the-view-token-of-the-tests'
  const { call, server } = await openHouse({ VIEW_TOKEN: viewToken })
  const nobody = call.as(null)
  const viewer = call.as(viewToken)
  for (const path of ['', `/${october}`, `/${october}/board`, `/${october}/events`]) {
    expect((await nobody('GET', `/api/nights${path}`)).status).toBe(401)
    expect((await viewer('GET', `/api/nights${path}`)).status).toBe(200)
  }
  expect(await firstMessage(server.url, { night: october })).toMatchObject([
    { code: 'no-token' },
    'refused',
  ])
  expect(await firstMessage(server.url, { night: october, token: viewToken })).toMatchObject([
    { seq: 4 },
    'night',
  ])
  const page = await nobody('GET', `/wall?night=${october}`)
  expect(page.body).not.toContain('Tamworth')
})
