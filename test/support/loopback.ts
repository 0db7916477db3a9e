import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'

/** How a receiver of a test answers: with a status, never, or by hanging up. */
export type Behaviour =
  | {
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: string
      /** The answer has no end. */
      readonly isOpen?: boolean
    }
  | 'hang'
  | 'drop'

/** What came in, whole. */
export type Call = { readonly request: IncomingMessage; readonly body: Buffer }

/** A server on loopback, on a port of its own, that ends with the test. */
export const openLoopback = async (answer: (call: Call) => Behaviour) => {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('error', () => undefined)
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => behave(answer({ request, body: Buffer.concat(chunks) }), response))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  let connections = 0
  server.on('connection', () => (connections += 1))
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise<void>((done) => server.close(() => done()))
  }
  onTestFinished(close)
  return { origin: `http://127.0.0.1:${address.port}`, connections: () => connections, close }
}

const behave = (behaviour: Behaviour, response: ServerResponse): void => {
  if (behaviour === 'hang') return
  if (behaviour === 'drop') return void response.destroy()
  response.on('error', () => undefined)
  response.writeHead(behaviour.status, behaviour.headers)
  if (behaviour.isOpen) response.write(behaviour.body ?? '')
  else response.end(behaviour.body)
}
