import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { WebSocketServer } from 'ws'
import { createBrowserLine } from './browser-line.ts'
import { createChannels } from './channels.ts'
import { type Push, takePush } from './take-push.ts'

/**
 * A push service on loopback for one browser: RFC 8030 to whoever sends, autopush's WebSocket to the browser. What it
 * passes on it cannot read.
 */
export const openAutopush = async () => {
  const channels = createChannels()
  const pushes: Push[] = []
  let origin = ''
  const answered = (version: string, code: number): void => {
    const push = pushes.find((one) => one.version === version)
    if (push) push.answer = { code, at: Date.now() }
  }
  const line = createBrowserLine({ channels, origin: () => origin, answered })

  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const letter = { headers: request.headers, body: await bodyOf(request) }
    const { status, push } = takePush(channels.at(request.url), letter, origin)
    if (!push) return end(response, status)
    // Nothing is kept for a browser that is away: that would be a promise of its own.
    if (!line.isOpen()) return end(response, 503)
    pushes.push(push)
    line.send(push.notification)
    response.setHeader('location', `${origin}/message/${push.version}`)
    end(response, status)
  }
  const server = createServer((request, response) => void take(request, response))
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', line.take)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  origin = `http://127.0.0.1:${address.port}`
  return {
    /** Where the worker posts, and where the browser connects. */
    origin,
    socketUrl: `ws://127.0.0.1:${address.port}/`,
    pushes: pushes as readonly Push[],
    /** How many addresses take pushes. */
    standing: channels.standing,
    forget: line.forget,
    close: (): void => {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      server.close()
    },
  }
}
export type Autopush = Awaited<ReturnType<typeof openAutopush>>

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

const end = (response: ServerResponse, status: number): void =>
  void response.writeHead(status).end()
