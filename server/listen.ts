import { once } from 'node:events'
import type { Server as HttpServer } from 'node:http'

/** Resolves with the address at which it answers; throws where it cannot. */
export const listen = async (
  http: HttpServer,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<string> => {
  http.listen(port, host)
  await once(http, 'listening')
  const address = http.address()
  const taken = typeof address === 'object' && address !== null ? address.port : port
  return `http://${host.includes(':') ? `[${host}]` : host}:${taken}`
}
