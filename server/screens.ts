import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import express, { type Request, type Response, Router } from 'express'
import type { Clocks } from './clocks.ts'
import { sendText } from './compressed.ts'
import type { ServerConfig } from './config.ts'
import type { Night } from './night.ts'
import type { Nights } from './nights.ts'
import { boardText } from './texts.ts'
import { builtVersion } from './version.ts'

type Parts = {
  readonly config: Pick<ServerConfig, 'screensFolder' | 'mapsFolder' | 'viewToken'>
  readonly nights: Nights
  readonly clocks: Clocks
}

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
      response.set('Cache-Control', 'no-store').json({ version: await builtVersion(folder) })
    })
    .get('/', async (_request, response) => send(response, await page(folder, 'home')))
    .get('/health', async (_request, response) => send(response, await page(folder, 'health')))
    .get('/api/docs', async (_request, response) => send(response, await page(folder, 'reference')))
  for (const [address, screen] of screens) {
    router.get(address, (request, response) => {
      // A room is of a night that the page finds out: its replay knows it.
      if (screen === 'replay' && typeof request.query['room'] === 'string')
        return sendRoom(folder, response)
      return sendScreen(parts, screen, { request, response })
    })
  }
  return router
}

const page = (folder: string, screen: string): Promise<string> =>
  readFile(join(folder, screen, 'index.html'), 'utf8')

const send = (response: Response, html: string): void => {
  response.set('Cache-Control', 'no-store').type('html').send(html)
}

const sendRoom = async (folder: string, response: Response): Promise<void> =>
  send(response, await page(folder, 'replay/room'))

const sendScreen = async (
  { config, nights, clocks }: Parts,
  screen: string,
  { request, response }: { request: Request; response: Response },
): Promise<void> => {
  // Only where everyone may read does the page bring anything of a night.
  const isOpen = config.viewToken === null
  const wanted = request.query['night']
  if (typeof wanted !== 'string') {
    const [newest] = isOpen ? await nights.list() : []
    if (!newest) return response.redirect(302, '/')
    const query = new URLSearchParams(request.originalUrl.split('?')[1] ?? '')
    query.set('night', newest.definition.id)
    return response.redirect(302, `${request.path}?${query.toString()}`)
  }
  const night = isOpen ? await nights.find(wanted) : null
  const html = await page(config.screensFolder, screen)
  const whole = night ? html.replace('<!--board-->', () => template(night, clocks)) : html
  await sendText(request, response.set('Cache-Control', 'no-store').type('html'), whole)
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll("'", '&#39;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

const template = ({ definition, board }: Night, clocks: Clocks): string => {
  const state = `{"board":${boardText(board)},"clock":${JSON.stringify(clocks.of(definition.id))}}`
  // JSON is half quotation marks: between apostrophes they stand as they are, and the page is half as long.
  return `<template id="board" data-night='${escaped(definition.id)}' data-board='${escaped(state)}'></template>`
}
