import { freePort } from '../support/free-port.ts'
import { forkChild } from './child.ts'
import type { OpenContestant } from './contestant.ts'
import { now } from './orders.ts'

type Plain = {
  readonly program: string
  readonly path: (since: number | null) => string
  readonly hello: (since: number | null) => string | null
}

/** A server of the comparison, that publishes by itself. */
const openPlain =
  ({ program, path, hello }: Plain): OpenContestant =>
  async ({ file }) => {
    const port = await freePort()
    const start = () => forkChild(program, [String(port), file])
    let child = await start()
    return {
      pid: () => child.pid,
      target: (since) => ({ port, path: path(since), hello: hello(since), greets: true }),
      publish: async (order) => ({ publishedAt: (await child.tell(order)).publishedAt ?? [] }),
      startAgain: async () => {
        await child.kill()
        child = await start()
        return now()
      },
      close: () => child.kill(),
    }
  }

export const openBare = openPlain({
  program: 'test/bench/bare-main.ts',
  path: (since) => (since === null ? '/' : `/?since=${since}`),
  hello: () => null,
})

export const socketIoPath = '/socket.io/?EIO=4&transport=websocket'

export const openStock = openPlain({
  program: 'test/bench/stock-main.ts',
  path: () => socketIoPath,
  hello: (since) => `40${since === null ? '' : JSON.stringify({ since })}`,
})
