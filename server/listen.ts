import { once } from 'node:events'
import type { Server as HttpServer } from 'node:http'
import { createRemedy } from '@night/shared/remedy'

/**
 * Connections that may wait to be accepted, as far as the system lets them (`net.core.somaxconn`). Whoever finds no place
 * tries again a second later, and then three: after a restart all screens come within a second.
 */
const backlog = 4096

/** Resolves with the address at which it answers; throws where it cannot, a remedy where another program is there. */
export const listen = async (
  http: HttpServer,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<string> => {
  http.listen({ port, host, backlog })
  await once(http, 'listening').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EADDRINUSE') throw fault
    throw createRemedy(
      `Another program listens at ${host}, port ${port}. Stop it, or give this one another port.`,
    )
  })
  const address = http.address()
  const taken = typeof address === 'object' && address !== null ? address.port : port
  return `http://${host.includes(':') ? `[${host}]` : host}:${taken}`
}
