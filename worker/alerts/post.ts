import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import type { Clock } from '@night/shared/time'
import { type AddressGuard, addressRefused } from './address-guard.ts'
import { retryAfter } from './retry-after.ts'

/** What came of calling an address. The words of `unreachable` go on after who it was: "did not answer". */
export type Answer =
  | { readonly kind: 'answered'; readonly status: number; readonly after: number | null }
  | { readonly kind: 'not-called'; readonly words: string }
  | { readonly kind: 'unreachable'; readonly words: string }

export type Letter = {
  readonly headers: Readonly<Record<string, string | number>>
  readonly body: string | Buffer
}

export type Post = {
  readonly post: (url: URL, letter: Letter) => Promise<Answer>
  readonly close: () => void
}

type Parts = {
  readonly guard: AddressGuard
  readonly clock: Clock
  /** Milliseconds for the whole exchange. */
  readonly timeLimit?: number
}

/** Of an answer nothing but its status is of use; what is longer than this is not heard to its end. */
const mostBytes = 65_536

/** Connections are kept and used again, a bounded number to each origin. */
const pool = { keepAlive: true, maxSockets: 32, maxTotalSockets: 256, timeout: 30_000 }

/** Calls addresses that the guard lets through, follows nobody elsewhere, and waits no longer than the limit. */
export const createPost = ({ guard, clock, timeLimit = 5000 }: Parts): Post => {
  const connections = createConnections(guard)

  const call = (url: URL, letter: Letter): Promise<Answer> =>
    new Promise((settle) => {
      const signal = AbortSignal.timeout(timeLimit)
      const request = connections.open(url, letter, signal)
      let status: Answer | null = null
      request.once('response', (response) => {
        const answer = (status = answered(response, clock.now()))
        hear(response)
        response.once('close', () => settle(answer))
      })
      request.on('error', (fault: NodeJS.ErrnoException) => {
        const isStale = request.reusedSocket && fault.code === 'ECONNRESET' && !signal.aborted
        if (status) settle(status)
        else if (isStale) settle(call(url, letter))
        else settle(notAnswered(fault, signal.aborted && timeLimit))
      })
      // Whoever wants to change the protocol ends it without an answer and without an error.
      request.on('close', () => settle(status ?? notAnswered({}, false)))
      request.end(letter.body)
    })

  return {
    post: async (url, letter) => {
      const words = guard.objection(url)
      return words === null ? call(url, letter) : { kind: 'not-called', words }
    },
    close: connections.close,
  }
}

const createConnections = (guard: AddressGuard) => {
  const plain = new HttpAgent(pool)
  const trusted = new HttpsAgent(pool)
  const guarded = new HttpsAgent({ ...pool, lookup: guard.lookup })
  return {
    open: (url: URL, letter: Letter, signal: AbortSignal) => {
      const headers = { ...letter.headers, 'content-length': Buffer.byteLength(letter.body) }
      const options = { method: 'POST', signal, headers }
      if (!guard.isTrusted(url)) return requestHttps(url, { ...options, agent: guarded })
      return url.protocol === 'https:'
        ? requestHttps(url, { ...options, agent: trusted })
        : requestHttp(url, { ...options, agent: plain })
    },
    close: () => [plain, trusted, guarded].forEach((agent) => agent.destroy()),
  }
}

const hear = (response: IncomingMessage): void => {
  let heard = 0
  // Whatever happens after the status, the status stands.
  response.on('error', () => undefined)
  response.on('data', (chunk: Buffer) => {
    heard += chunk.length
    if (heard > mostBytes) response.destroy()
  })
}

const answered = ({ statusCode = 0, headers }: IncomingMessage, now: number): Answer => ({
  kind: 'answered',
  status: statusCode,
  after: retryAfter(headers['retry-after'], now),
})

const notAnswered = (fault: Partial<NodeJS.ErrnoException>, limit: number | false): Answer => {
  if (fault.code === addressRefused) return { kind: 'not-called', words: fault.message ?? '' }
  if (limit !== false) {
    return { kind: 'unreachable', words: `did not answer within ${limit / 1000} seconds` }
  }
  return { kind: 'unreachable', words: faults[fault.code ?? ''] ?? 'broke the connection off' }
}

const faults: Readonly<Record<string, string>> = {
  ENOTFOUND: 'was not found under its name',
  EAI_AGAIN: 'was not found under its name',
  ECONNREFUSED: 'is not there',
  ENETUNREACH: 'cannot be reached',
  EHOSTUNREACH: 'cannot be reached',
  CERT_HAS_EXPIRED: 'has a certificate that has run out',
  ERR_TLS_CERT_ALTNAME_INVALID: 'has a certificate of somebody else',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'has a certificate that nobody vouches for',
  SELF_SIGNED_CERT_IN_CHAIN: 'has a certificate that nobody vouches for',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'has a certificate that nobody vouches for',
}
