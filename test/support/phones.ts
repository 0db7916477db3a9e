import { createServer } from 'node:http'
import { AlertMessage } from '@night/shared/alert/message'
import { createPushDevice } from '@night/worker/alerts/push-device'

export type Phone = {
  readonly subscription: {
    readonly endpoint: string
    readonly keys: { p256dh: string; auth: string }
  }
  /** How often each alert came. */
  readonly timesById: Map<string, number>
  readonly came: { readonly message: AlertMessage; readonly at: number }[]
}

/** A push service on loopback with so many phones, each with keys of its own, that takes everything in. */
export const openPhones = async (count: number) => {
  const byPath = new Map<string, { phone: Phone; open: (body: Buffer) => string }>()
  let takeNext: (() => void) | null = null
  let turnAway: (() => void) | null = null
  let refused = 0
  const server = createServer((request, response) => {
    const held = byPath.get(request.url ?? '')
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (turnAway) {
        refused += 1
        turnAway()
        return response.writeHead(503).end()
      }
      if (held) take(held.phone, held.open(Buffer.concat(chunks)))
      // The device has it and the sender does not know.
      if (takeNext) return takeNext()
      response.writeHead(held ? 201 : 404).end()
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const origin = `http://127.0.0.1:${port}`
  const phones = Array.from({ length: count }, (_, place): Phone => {
    const { keys, open } = createPushDevice()
    const phone: Phone = {
      subscription: { endpoint: `${origin}/push/${place}`, keys },
      timesById: new Map(),
      came: [],
    }
    byPath.set(`/push/${place}`, { phone, open })
    return phone
  })
  const close = (): void => {
    server.closeAllConnections()
    server.close()
  }
  /** Resolves when a push was taken in whose answer never comes; so it is for all others until `resume`. */
  const silence = () => new Promise<void>((taken) => (takeNext = taken))
  /** Resolves when a push was turned away with 503, of which the phone knows nothing; so it is until `resume`. */
  const refuse = () => new Promise<void>((turned) => (turnAway = turned))
  const resume = (): void => {
    takeNext = null
    turnAway = null
  }
  return { origin, phones, silence, refuse, refused: () => refused, resume, close }
}

const take = ({ timesById, came }: Phone, text: string): void => {
  const message = AlertMessage.parse(JSON.parse(text))
  timesById.set(message.id, (timesById.get(message.id) ?? 0) + 1)
  came.push({ message, at: performance.now() })
}
