import { connect, createServer, type Socket } from 'node:net'

/** A line to a Redis on a Unix socket whose connections can fall silent: open, and nothing comes or goes any more. */
export const openSilentLine = async (target: string, path: string) => {
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(target)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => sockets.delete(socket))
    }
    near.pipe(far)
    far.pipe(near)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  })
  await new Promise<void>((ready) => server.listen(path, ready))
  server.unref()
  return {
    path,
    /** All connections that there are; those that come later are well. */
    fallSilent: (): void => {
      for (const socket of sockets) {
        socket.unpipe()
        socket.pause()
      }
    },
  }
}
