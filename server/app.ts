import { isRemedy } from '@night/shared/remedy'
import express, { type ErrorRequestHandler, type Express, type Request, type Router } from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { z } from 'zod'
import { policyFor } from './content-security.ts'
import { jsonBody } from './json-body.ts'
import { refuse } from './problems.ts'
import type { TrustedProxies } from './proxies.ts'

type Rooms = {
  readonly pages: readonly Router[]
  readonly api: readonly Router[]
  /** Whose word counts on where a request comes from. */
  readonly trustedProxies: TrustedProxies
  readonly log: Logger
}

/** The address of an opening, as the router takes it. */
const opening = /^\/nights\/?$/i

/** The HTTP side: everything that leaves is JSON, a page of ours, or a problem in words. [SEC5 SEC7] */
export const createApp = ({ pages, api, trustedProxies, log }: Rooms): Express => {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', trustedProxies)
  app.use(helmet({ contentSecurityPolicy: policyFor([]), strictTransportSecurity: false }))
  app.use((request, _response, next) => {
    // That is for caches on the way. Express takes it for a wish to be sent all again, and whoever asks by `fetch` whether
    // something has changed sends it.
    delete request.headers['cache-control']
    next()
  })
  for (const router of pages) app.use(router)
  app.use('/api', (_request, response, next) => {
    // What a night says is true now: no cache on the way may keep it for a while of its own.
    response.set('Cache-Control', 'no-cache')
    next()
  })
  const small = jsonBody('32kb')
  app.use('/api', (request, response, next) => {
    // An opening reads its own body, once it is known that the desk sends it.
    if (request.method === 'POST' && opening.test(request.path)) next()
    else small(request, response, next)
  })
  for (const router of api) app.use('/api', router)
  app.use((request, response) =>
    refuse(response, 'no-such-thing', `There is nothing at ${request.path}.`),
  )
  app.use(whenItFails(log))
  return app
}

/** What reading a body throws; a `code` alone where it was not packed as it says. */
const BodyFault = z.union([
  z.object({ type: z.string(), status: z.number() }),
  z.object({ code: z.string(), status: z.literal(400) }),
])

const isReading = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD'

const whenAway = {
  reading: 'It cannot be read just now. Ask again shortly.',
  writing: 'It is not known whether this was kept. Send exactly the same again: it counts once.',
}
const whenAtFault = {
  reading: 'This is our mistake and was logged. Ask again.',
  writing: 'This is our mistake and was logged. Send exactly the same again: it counts once.',
}

const whenItFails =
  (log: Logger): ErrorRequestHandler =>
  // oxlint-disable-next-line max-params -- Express knows an error handler by its four parameters
  (fault, request, response, next) => {
    const body = BodyFault.safeParse(fault)
    if (response.headersSent) next(fault)
    // Express could not decode the path: no name here is written so.
    else if (fault instanceof URIError)
      refuse(response, 'no-such-thing', `There is nothing at ${request.path}.`)
    else if (isRemedy(fault)) refuse(response, 'does-not-fit', fault.message)
    else if (body.success && body.data.status === 413) {
      refuse(
        response,
        'too-large',
        'The body is larger than anything that is sent here: 32 KB, and 3 MB for a night.',
      )
    } else if (body.success && body.data.status < 500) {
      refuse(
        response,
        'not-json',
        'The body could not be read as JSON. Nothing was taken from it; send JSON in UTF-8, packed as Content-Encoding says.',
      )
    } else if (isRedisAway(fault)) {
      log.warn({ path: request.path, fault: String(fault) }, 'Redis did not answer in time')
      refuse(response, 'redis-away', whenAway[isReading(request) ? 'reading' : 'writing'])
    } else {
      log.error({ path: request.path, fault: String(fault) }, 'a request failed')
      refuse(response, 'fault', whenAtFault[isReading(request) ? 'reading' : 'writing'])
    }
  }

/** What is said when the connection is down, an answer took too long, or a Redis is not, or no longer, one to write to. */
const away =
  /ECONNREFUSED|connect ENOENT|ECONNRESET|EPIPE|Connection is closed|Command timed out|max retries|Stream isn't writeable|READONLY|NOREPLICAS|MASTERDOWN|LOADING|sentinels are unreachable|replicas have it/i

const isRedisAway = (fault: unknown): boolean =>
  fault instanceof Error && away.test(`${fault.name} ${fault.message}`)
