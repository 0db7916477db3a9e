import { join } from 'node:path'
import { type RequestHandler, Router } from 'express'
import helmet from 'helmet'
import type { ServerConfig } from '../config.ts'
import { policyFor } from '../content-security.ts'
import { type PageParts, sendNightPage, withNewest } from '../pages.ts'

type Parts = PageParts & { readonly config: Pick<ServerConfig, 'embedOrigins'> }

const pictures = ['strap', 'score', 'map'] as const

/** What other sites show of a night in their own pages, and the script that puts it there. [EMB1 EMB5] */
export const createEmbeds = (parts: Parts): Router => {
  const { screensFolder, embedOrigins } = parts.config
  const router = Router().get('/embed.js', (_request, response) => {
    response.set({ 'Cross-Origin-Resource-Policy': 'cross-origin', 'Cache-Control': 'no-cache' })
    response.sendFile(join(screensFolder, 'embed.js'))
  })
  for (const picture of pictures) {
    router.get(
      `/embed/${picture}`,
      helmet.contentSecurityPolicy(policyFor(embedOrigins)),
      framed,
      async (request, response) => {
        const hasNight = typeof request.query['night'] === 'string'
        const newest = hasNight ? null : await withNewest(parts, request)
        if (newest !== null) response.redirect(302, newest)
        else await sendNightPage(parts, `embed/${picture}`, { request, response })
      },
    )
  }
  return router
}

/** The older header knows no list of origins; the policy says it all. */
const framed: RequestHandler = (_request, response, next) => {
  response.removeHeader('X-Frame-Options')
  next()
}
