import { join } from 'node:path'
import { Redis } from 'ioredis'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { startRedis } from '../setup/redis.mjs'
import { openPage, phone } from './support/browser.ts'
import { caller, deskToken } from './support/call.ts'
import { createDesk } from './support/desk.ts'
import { freePort } from './support/free-port.ts'
import { environmentOf, openWorker } from './support/house.ts'
import { declarationOf, october, tamworth } from './support/night.ts'
import { openProcess } from './support/processes.ts'

const screens = [
  ['/wall', '.truth'],
  ['/wall/schedule', '.truth'],
  ['/desk', '.foot'],
  ['/desk/held', '.work-foot'],
  ['/corrections', '.log-foot'],
  [`/seat/${tamworth}`, '.seat-foot'],
  ['/my', '.my-age'],
] as const

const openRedis = async (folder: string) => {
  const { REDIS_SERVER_BINARY: binary = '', REDIS_SERVER_LIBRARY_PATH: libraryPath } = process.env
  const redis = await startRedis({ binary, libraryPath, dir: join(folder, 'redis') })
  onTestFinished(() => redis.close())
  const client = new Redis({ path: redis.socketPath })
  const id = Number(/process_id:(\d+)/.exec(await client.info('server'))?.[1])
  client.disconnect()
  onTestFinished(() => void process.kill(id, 'SIGCONT'))
  return { url: redis.url, signal: (signal: 'SIGSTOP' | 'SIGCONT') => process.kill(id, signal) }
}

/** A server that is a process of its own, on a Redis of its own, with Tamworth declared on a rehearsal. */
const openHouse = async () => {
  const environment = await environmentOf('unset')
  const redis = await openRedis(environment['DATA_DIR'] ?? '')
  const port = String(await freePort())
  const house = { ...environment, REDIS_URL: redis.url, PORT: port, DESK_TOKEN: deskToken }
  await openWorker(house)
  const server = await openProcess('server', house)
  onTestFinished(() => server.signal('SIGCONT'))
  const url = `http://127.0.0.1:${port}`
  const desk = createDesk(caller(url))
  const night = await desk.open(october)
  await desk.declare(night, await declarationOf(october, tamworth))
  await desk.reached(night, 2)
  return { redis, server, url, night }
}

/** The first age that the screen tells when it says that it is delayed, in its own words. */
const toldFirst = (page: Page, foot: string): Promise<number> =>
  page.evaluate(
    (foot) =>
      new Promise<number>((told) => {
        const look = (): boolean => {
          const age = /Delayed – last heard (\d+) s ago/.exec(
            document.querySelector(foot)?.textContent ?? '',
          )?.[1]
          if (age !== undefined) told(Number(age))
          return age !== undefined
        }
        if (look()) return
        const observer = new MutationObserver(() => look() && observer.disconnect())
        observer.observe(document.body, { subtree: true, childList: true, characterData: true })
      }),
    foot,
  )

const isFresh = (page: Page, foot: string) =>
  page.waitForSelector(`${foot}:is([data-state="fresh"], [data-age="live"])`, { state: 'attached' })

test('[SCR7] when Redis or the server stands still every screen says so within three seconds, and no longer when it goes on; an overlay says nothing on air', async () => {
  const { redis, server, url, night } = await openHouse()
  const pages = await Promise.all(
    screens.map(async ([address, foot]) => {
      const { page } = await openPage(address === '/my' ? phone : undefined)
      await page.goto(`${url}${address}?night=${night}`)
      if (address === '/desk/held') {
        await page.fill('input[type="password"]', deskToken)
        await page.keyboard.press('Enter')
      }
      await isFresh(page, foot)
      return { page, foot }
    }),
  )
  const { page: overlay } = await openPage()
  await overlay.goto(`${url}/overlay/strap?night=${night}&mode=rehearsal`)
  await overlay.waitForSelector('[data-age="fresh"] [data-seat]')
  const onAir = await overlay.innerHTML('[data-age]')

  for (const part of [redis, server]) {
    const told = pages.map(({ page, foot }) => toldFirst(page, foot))
    part.signal('SIGSTOP')
    // Two or three, and a little more where the machine has much to do.
    expect(Math.max(...(await Promise.all(told)))).toBeLessThanOrEqual(10)
    await overlay.waitForSelector('[data-age="delayed"]')
    expect(await overlay.innerHTML('[data-age]')).toBe(onAir)
    part.signal('SIGCONT')
    for (const { page, foot } of pages) await isFresh(page, foot)
    await overlay.waitForSelector('[data-age="fresh"]')
  }
}, 120_000)
