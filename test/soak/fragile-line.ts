import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A line to the server that can be cut: every connection that passes goes at once, without a goodbye. */
export const openFragileLine = async (url: string) => {
  const port = Number(new URL(url).port)
  const open = new Set<Socket>()
  const waiting = new Set<Socket>()
  let state: 'open' | 'down' | 'held' = 'open'
  const server = createServer((near) => {
    near.on('error', () => undefined)
    if (state === 'down') near.destroy()
    else if (state === 'held') waiting.add(near)
    else pass(near)
  })
  const pass = (near: Socket): void => {
    const far = connect(port, '127.0.0.1')
    far.on('error', () => undefined)
    near.pipe(far).pipe(near)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket)
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
    }
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The line has no port')
  const cut = (): void => {
    for (const socket of [...open, ...waiting]) socket.destroy()
    waiting.clear()
  }
  return {
    url: `http://127.0.0.1:${address.port}`,
    cut,
    /** Cut, and no new connection until it is mended. */
    down: (): void => {
      state = 'down'
      cut()
    },
    /** Down still, but whoever comes next waits until it is mended. Resolves when somebody has come. */
    knocked: async (): Promise<void> => {
      state = 'held'
      await once(server, 'connection')
    },
    mend: (): void => {
      state = 'open'
      for (const near of waiting) pass(near)
      waiting.clear()
    },
    close: (): void => {
      cut()
      server.close()
    },
  }
}
export type FragileLine = Awaited<ReturnType<typeof openFragileLine>>
