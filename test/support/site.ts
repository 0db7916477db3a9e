import type { Frame, Page } from 'playwright-core'
import { openHouse } from './house.ts'
import { openLoopback } from './loopback.ts'
import { present } from './present.ts'

/** Somebody else's site, whose pages are what the test writes, and a house that knows it. */
export const openSite = async (more: NodeJS.ProcessEnv = {}) => {
  let html = ''
  const site = await openLoopback(() => ({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html><html lang="en"><title>News</title><body><main><p>Before</p>${html}</main></body></html>`,
  }))
  const house = await openHouse({ EMBED_ORIGINS: site.origin, ...more })
  const line = (night: string, what: string, rest = ''): string =>
    `<script async src="${house.server.url}/embed.js" data-night="${night}" data-what="${what}"${rest}></script>`
  const visit = async (page: Page, body: string): Promise<void> => {
    html = body
    await page.goto(site.origin)
  }
  return { ...house, site, line, visit }
}

/** The page in the first frame of this one. */
export const embedIn = async (page: Page): Promise<Frame> =>
  present(await (await page.waitForSelector('iframe')).contentFrame())
