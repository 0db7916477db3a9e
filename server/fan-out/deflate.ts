// Compression for everyone at once (RFC 7692): `ws` agrees on it with whoever offers it, as browsers do, and neither
// compresses nor keeps a stream for a connection. What is compressed is made once, by whoever sends. [FEED17]

import { constants, deflateRawSync, inflateRawSync } from 'node:zlib'
import type { WebSocket } from 'ws'

const name = 'permessage-deflate'

/** Bytes; of less, nobody is saved anything. */
export const worthIt = 256

/** How much of what it inflated last a reader remembers, bytes. */
export const remembered = 32_768

/** What `ws` is to agree to. */
export const offer = { clientNoContextTakeover: true }

/** What is read of `ws` that it does not publish. */
type Agreed = {
  readonly params: {
    readonly server_no_context_takeover?: boolean
    readonly server_max_window_bits?: number
  }
  readonly decompress: (
    data: Buffer,
    isLast: boolean,
    told: (fault: Error | null, data?: Buffer) => void,
  ) => void
}

/**
 * Takes from a WebSocket of `ws` what it agreed on; whether it reads what was deflated, each message with all that came
 * before it in the same write. `most`: bytes that it may say.
 */
export const takeOver = (socket: WebSocket, most: number): boolean => {
  const extensions: Record<string, Agreed> = Reflect.get(socket, '_extensions') ?? {}
  const agreed = extensions[name]
  if (!agreed) return false
  extensions[name] = { params: agreed.params, decompress: inflater(most) }
  // `ws` looks here before it compresses by itself; its receiver has its own hold of what was agreed.
  Reflect.set(socket, '_extensions', {})
  const { server_no_context_takeover: forgets, server_max_window_bits: bits = 15 } = agreed.params
  return !forgets && bits === 15
}

const endOfMessage = Buffer.from([0, 0, 0xff, 0xff])
const nothing = Buffer.alloc(0)

/** A screen says a few bytes now and then: inflated by themselves, no stream has to be kept for it. */
const inflater = (most: number): Agreed['decompress'] => {
  let before: Buffer = nothing
  return (data, isLast, told) => {
    const whole = before.length > 0 ? Buffer.concat([before, data]) : data
    before = isLast ? nothing : whole
    if (!isLast) return process.nextTick(told, null, nothing)
    process.nextTick(() => {
      const read = known(whole) ?? inflated(whole, most)
      if (read instanceof Error) told(read)
      else told(null, read)
    })
  }
}

/** What many say alike, as they do when a server comes back: the latest, by what was deflated. Nothing with a token. */
const saidByDeflated = new Map<string, Buffer>()
const mostSaid = 32
const longest = 512

const known = (bytes: Buffer): Buffer | undefined =>
  bytes.length <= longest ? saidByDeflated.get(bytes.toString('latin1')) : undefined

const remember = (bytes: Buffer, said: Buffer): void => {
  if (bytes.length > longest || said.includes('"token"')) return
  const [oldest] = saidByDeflated.keys()
  if (oldest !== undefined && saidByDeflated.size >= mostSaid) saidByDeflated.delete(oldest)
  saidByDeflated.set(bytes.toString('latin1'), said)
}

const inflated = (bytes: Buffer, most: number): Buffer | Error => {
  const { Z_SYNC_FLUSH } = constants
  try {
    const ended = Buffer.concat([bytes, endOfMessage])
    const said = inflateRawSync(ended, {
      finishFlush: Z_SYNC_FLUSH,
      chunkSize: 1024,
      maxOutputLength: most,
    })
    remember(bytes, said)
    return said
  } catch (fault) {
    return fault instanceof Error ? fault : new Error(String(fault))
  }
}

/** A message's payload, for a reader that has just read `before`, of which it remembers so much at most. */
export const deflated = (payload: Buffer, before: Buffer = nothing): Buffer => {
  const made = deflateRawSync(payload, {
    level: 3,
    finishFlush: constants.Z_SYNC_FLUSH,
    ...(before.length > 0 && { dictionary: before }),
  })
  return made.subarray(0, -endOfMessage.length)
}
