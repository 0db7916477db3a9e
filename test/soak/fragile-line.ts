import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A line to the server that can be cut: every connection that passes goes at once, without a goodbye. */
export const openFragileLine = async (url: string) => {
  const port = Number(new URL(url).port)
  const open = new Set<Socket>()
  let isDown = false
  const server = createServer((near) => {
    if (isDown) {
      near.destroy()
      return
    }
    const far = connect(port, '127.0.0.1')
    near.pipe(far).pipe(near)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The line has no port')
  const cut = (): void => {
    for (const socket of open) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${address.port}`,
    cut,
    /** Cut, and no new connection until it is mended. */
    down: (): void => {
      isDown = true
      cut()
    },
    mend: (): void => {
      isDown = false
    },
    close: (): void => {
      cut()
      server.close()
    },
  }
}
export type FragileLine = Awaited<ReturnType<typeof openFragileLine>>
