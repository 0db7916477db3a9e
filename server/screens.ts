import { join } from 'node:path'
import express, { type Response, Router } from 'express'
import type { ServerConfig } from './config.ts'
import { page, type PageParts, send, sendNightPage, withNewest } from './pages.ts'
import type { Asked } from './with-night.ts'

type Parts = PageParts & { readonly config: Pick<ServerConfig, 'mapsFolder'> }

/** Address of each screen of a night, and the folder of its page. */
const screens = [
  ['/wall', 'wall'],
  ['/wall/schedule', 'schedule'],
  ['/wall/battleground', 'battleground'],
  ['/desk', 'desk'],
  ['/desk/held', 'held'],
  ['/corrections', 'corrections'],
  ['/seat/:gss', 'seat'],
  ['/replay', 'replay'],
  ['/my', 'my'],
  ['/entry{/:gss}', 'entry'],
  ['/overlay/strap', 'overlay/strap'],
  ['/overlay/score', 'overlay/score'],
  ['/overlay/ticker', 'overlay/ticker'],
] as const

/**
 * The pages. A screen's page brings the board as it stands, as inert text in an attribute, so that the first picture
 * is the right one. The address is the whole state: without a night it leads to the newest. [SCR1 SEC7]
 */
export const createScreens = (parts: Parts): Router => {
  const { screensFolder: folder, mapsFolder } = parts.config
  const router = Router()
    .use(
      '/assets',
      express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }),
    )
    .use('/maps', express.static(mapsFolder, { maxAge: '1h', index: false, extensions: ['json'] }))
    .use('/my', express.static(join(folder, 'my'), { index: false, redirect: false }))
    .get('/service-worker.js', (_request, response) => {
      response.set({ 'Service-Worker-Allowed': '/', 'Cache-Control': 'no-cache' })
      response.sendFile(join(folder, 'service-worker.js'))
    })
    .get('/version', async (_request, response) => {
      response.set('Cache-Control', 'no-store').json({ version: await parts.version() })
    })
    .get('/', async (_request, response) => send(response, await page(parts, 'home')))
    .get('/health', async (_request, response) => send(response, await page(parts, 'health')))
    .get('/api/docs', async (_request, response) => send(response, await page(parts, 'reference')))
  for (const [address, screen] of screens) {
    router.get(address, (request, response) => {
      // A room is of a night that the page finds out: its replay knows it.
      if (screen === 'replay' && typeof request.query['room'] === 'string')
        return sendRoom(parts, response)
      return sendScreen(parts, screen, { request, response })
    })
  }
  return router
}

const sendRoom = async (parts: Parts, response: Response): Promise<void> =>
  send(response, await page(parts, 'replay/room'))

const sendScreen = async (parts: Parts, screen: string, asked: Asked): Promise<void> => {
  if (typeof asked.request.query['night'] === 'string') return sendNightPage(parts, screen, asked)
  asked.response.redirect(302, (await withNewest(parts, asked.request)) ?? '/')
}
