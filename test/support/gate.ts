import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A way to Redis, in `folder`: what a log's followers are told can be kept back, or they be cut off for good. */
export const openGate = async (redisUrl: string, folder: string) => {
  const answers = new Set<Socket>()
  let isHeld = false
  const gate = createServer((client) => {
    const redis = connect(decodeURIComponent(new URL(redisUrl).pathname))
    client.on('data', (bytes) => {
      if (bytes.includes('xread')) answers.add(redis)
      if (isHeld && answers.has(redis)) redis.pause()
    })
    client.pipe(redis).pipe(client)
    for (const end of [client, redis]) {
      end.on('error', () => end.destroy())
      end.on('close', () => [client, redis].forEach((one) => one.destroy()))
    }
  })
  const path = join(folder, 'gate.sock')
  gate.listen(path)
  await once(gate, 'listening')
  onTestFinished(() => void gate.close())
  return {
    url: `unix:${path}`,
    hold: (): void => {
      isHeld = true
      for (const redis of answers) redis.pause()
    },
    /** Whether somebody follows a log by this way. */
    hasFollowers: (): boolean => answers.size > 0,
    /** All others keep the connection that they have. */
    cutOff: (): void => {
      gate.close()
      for (const redis of answers) redis.destroy()
    },
    release: (): void => {
      isHeld = false
      for (const redis of answers) redis.resume()
    },
  }
}
