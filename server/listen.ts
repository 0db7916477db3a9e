import { once } from 'node:events'
import type { Server as HttpServer } from 'node:http'
import { createRemedy } from '@night/shared/remedy'

/**
 * Connections that may wait to be accepted, as far as the system lets them (`net.core.somaxconn`). Whoever finds no place
 * tries again a second later, and then three: after a restart all screens come within a second.
 */
const backlog = 4096

/** Resolves with the address at which it answers; throws where it cannot, mostly a remedy. [OPS10] */
export const listen = async (
  http: HttpServer,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<string> => {
  http.listen({ port, host, backlog })
  await once(http, 'listening').catch((fault: NodeJS.ErrnoException) => {
    const words = mended[fault.code ?? '']
    throw words ? createRemedy(words(host, port)) : fault
  })
  const address = http.address()
  const taken = typeof address === 'object' && address !== null ? address.port : port
  return `http://${reached[host] ?? (host.includes(':') ? `[${host}]` : host)}:${taken}`
}

/** Where a server that listens everywhere answers on its own machine. */
const reached: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }

const noAddress = (host: string): string =>
  `HOST=${host} is no address of this machine. Give it one of its own, or 0.0.0.0 for all of them.`

/** What to do where it cannot listen. */
const mended: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (host, port) =>
    `Another program listens at ${host}, port ${port}. Stop it, or give this one another port.`,
  EACCES: (_host, port) =>
    `Whoever starts this may not listen at port ${port}. Give it one above 1023.`,
  EADDRNOTAVAIL: noAddress,
  ENOTFOUND: noAddress,
  EAI_AGAIN: noAddress,
}
