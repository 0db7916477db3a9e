import { createServer } from 'node:http'
import express, { type RequestHandler } from 'express'
import helmet from 'helmet'
import type { Access } from './access.ts'
import type { ServerConfig } from './config.ts'
import type { Inlet } from './inlet.ts'
import { listen } from './listen.ts'
import { refuse } from './problems.ts'

type Parts = {
  /** Null: nobody asked for it. */
  readonly config: Pick<ServerConfig, 'queueBoardPort'>
  readonly access: Access
  readonly queues: Inlet['queues']
}

/** This machine only: whoever sits elsewhere comes through a tunnel. */
const host = '127.0.0.1'

/**
 * What stands in the queues, job by job, for whoever holds the house's own token (as the password; the name does not
 * matter). It shows and changes nothing: the queues are read-only there, and only GET is let in. [OBS10 OBS11]
 */
export const openQueueBoard = async ({
  config: { queueBoardPort: port },
  access,
  queues,
}: Parts) => {
  if (port === null) return { url: null, close: async () => undefined }
  // Loaded for whoever asks for it, and for nobody else.
  const [{ createBullBoard }, { BullMQAdapter }, { ExpressAdapter }] = await Promise.all([
    import('@bull-board/api'),
    import('@bull-board/api/bullMQAdapter'),
    import('@bull-board/express'),
  ])
  const serverAdapter = new ExpressAdapter()
  const all = [...Object.values(queues.declarations), ...Object.values(queues.alerts)]
  createBullBoard({
    queues: all.map(
      (queue) => new BullMQAdapter(queue, { readOnlyMode: true, allowRetries: false }),
    ),
    serverAdapter,
    options: { uiConfig: { boardTitle: 'Queues' } },
  })
  const app = express().disable('x-powered-by')
  app.use(helmet({ contentSecurityPolicy: contentSecurity, strictTransportSecurity: false }))
  app.use(onlyTheHouse(access), onlyReading, serverAdapter.getRouter())
  const http = createServer(app)
  const url = await listen(http, { host, port })
  return {
    url,
    close: async () => {
      http.closeAllConnections()
      http.close()
    },
  }
}

/** Its page would style itself inline here and there and fetch letters from elsewhere: it is read as well without. */
const contentSecurity = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    baseUri: ["'self'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
}

const onlyTheHouse =
  (access: Access): RequestHandler =>
  async (request, response, next) => {
    const who = await access.whoIs(password(request.headers.authorization))
    if (who?.role === 'desk' && who.nights === null) return next()
    response.set('WWW-Authenticate', 'Basic realm="Queues", charset="UTF-8"')
    refuse(response, 'no-token', 'Any name, and the house’s own token as the password.')
  }

const onlyReading: RequestHandler = ({ method }, response, next) => {
  if (method === 'GET' || method === 'HEAD') next()
  else refuse(response, 'read-only', 'Queues are looked at here, and changed nowhere.')
}

/** What stands behind the colon (RFC 7617). */
const password = (header: string | undefined): string | null => {
  const coded = /^Basic ([\w+/=-]{1,400})$/i.exec(header ?? '')?.[1]
  if (coded === undefined) return null
  const [, said] = /^[^:]*:(.+)$/.exec(Buffer.from(coded, 'base64').toString('utf8')) ?? []
  return said ?? null
}
