import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Request, Response } from 'express'
import type { Clocks } from './clocks.ts'
import { sendText } from './compressed.ts'
import type { ServerConfig } from './config.ts'
import type { Night } from './night.ts'
import type { Nights } from './nights.ts'
import { boardText } from './texts.ts'
import type { Asked } from './with-night.ts'

export type PageParts = {
  readonly config: Pick<ServerConfig, 'screensFolder' | 'viewToken'>
  readonly nights: Nights
  readonly clocks: Clocks
  /** What the built screens are called. */
  readonly version: () => Promise<string>
}

/** A page says what it was built as, so that a screen can say it when it connects. */
export const page = async (
  { config, version }: Pick<PageParts, 'config' | 'version'>,
  screen: string,
): Promise<string> => {
  const html = await readFile(join(config.screensFolder, screen, 'index.html'), 'utf8')
  return html.replace('</head>', `<meta name="version" content="${await version()}" /></head>`)
}

export const send = (response: Response, html: string): void => {
  response.set('Cache-Control', 'no-store').type('html').send(html)
}

/** A page of a night, with the board in it where everyone may read. [SCR1 SEC7] */
export const sendNightPage = async (
  parts: PageParts,
  screen: string,
  { request, response }: Asked,
): Promise<void> => {
  const { config, nights, clocks } = parts
  // Only where everyone may read does the page bring anything of a night.
  const isOpen = config.viewToken === null
  const wanted = request.query['night']
  const night = isOpen && typeof wanted === 'string' ? await nights.find(wanted) : null
  const html = await page(parts, screen)
  const whole = night ? html.replace('<!--board-->', () => template(night, clocks)) : html
  await sendText(request, response.set('Cache-Control', 'no-store').type('html'), whole)
}

/** The same address with the newest night in it; null where nobody may know of one. */
export const withNewest = async (
  { config, nights }: PageParts,
  request: Request,
): Promise<string | null> => {
  const [newest] = config.viewToken === null ? await nights.list() : []
  if (!newest) return null
  const query = new URLSearchParams(request.originalUrl.split('?')[1] ?? '')
  query.set('night', newest.definition.id)
  return `${request.path}?${query.toString()}`
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
