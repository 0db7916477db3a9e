import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { AlertMessage } from '@night/shared/alert/message'
import type { PushSubscription } from '@night/shared/alert/subscription'
import { createPushDevice } from './push-device.ts'

export type CanaryReceiver = {
  /** To be trusted by web push, and by nothing else. */
  readonly origin: string
  readonly subscription: PushSubscription
  /** Who hears of each message that came home whole. One only. */
  readonly listen: (hear: (message: AlertMessage) => void) => void
  readonly close: () => Promise<void>
}

/** What the canary's message may weigh, encrypted: as much as any push. */
const mostBytes = 4096

/** A push service with one device, on loopback, on whatever port is free: where the canary comes home. [ALR30] */
export const openCanaryReceiver = async (): Promise<CanaryReceiver> => {
  const device = createPushDevice()
  const path = `/${randomUUID()}`
  let listener: (message: AlertMessage) => void = () => undefined

  const server = createServer((request, response) => {
    const answer = (status: number): void => void response.writeHead(status).end()
    if (request.method !== 'POST' || request.url !== path) return answer(404)
    void bodyOf(request)
      .then((body) => listener(AlertMessage.parse(JSON.parse(device.open(body)))))
      .then(
        () => answer(201),
        () => answer(400),
      )
  })
  await new Promise<void>((ready, fail) => {
    server.once('error', fail)
    server.listen(0, '127.0.0.1', ready)
  })
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const origin = `http://127.0.0.1:${port}`
  return {
    origin,
    subscription: { endpoint: origin + path, keys: device.keys },
    listen: (hear) => void (listener = hear),
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((done) => server.close(() => done()))
    },
  }
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > mostBytes) throw new Error('too long')
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
