import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import express, { type Request, type Response, Router } from 'express'
import type { Clocks } from './clocks.ts'
import type { Night } from './night.ts'
import type { Nights } from './nights.ts'

type Parts = {
  readonly folder: string
  readonly nights: Nights
  readonly clocks: Clocks
  /** Whether everyone may read: only then the page brings the board with it. */
  readonly isOpen: boolean
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

/**
 * The pages. A screen's page brings the board as it stands, as inert text in an attribute, so that the first picture
 * is the right one. The address is the whole state: without a night it leads to the newest. [SCR1 SEC7]
 */
export const createScreens = (parts: Parts): Router => {
  const { folder } = parts
  return Router()
    .use(
      '/assets',
      express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }),
    )
    .get('/', async (_request, response) => send(response, await page(folder, 'home')))
    .get('/wall', (request, response) => sendScreen(parts, 'wall', { request, response }))
}

const page = (folder: string, screen: string): Promise<string> =>
  readFile(join(folder, screen, 'index.html'), 'utf8')

const send = (response: Response, html: string): void => {
  response.set('Cache-Control', 'no-store').type('html').send(html)
}

const sendScreen = async (
  { folder, nights, clocks, isOpen }: Parts,
  screen: string,
  { request, response }: { request: Request; response: Response },
): Promise<void> => {
  const wanted = request.query['night']
  if (typeof wanted !== 'string') {
    const [newest] = isOpen ? await nights.list() : []
    return response.redirect(302, newest ? `/${screen}?night=${newest.definition.id}` : '/')
  }
  const night = isOpen ? await nights.find(wanted) : null
  const html = await page(folder, screen)
  send(response, night ? html.replace('<!--board-->', () => template(night, clocks)) : html)
}

const template = ({ definition, board }: Night, clocks: Clocks): string => {
  const state = JSON.stringify({ board, clock: clocks.of(definition.id) })
  return `<template id="board" data-night="${escaped(definition.id)}" data-board="${escaped(state)}"></template>`
}
