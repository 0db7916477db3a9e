// Compression for everyone at once (RFC 7692): `ws` agrees on it with whoever offers it, as browsers do, and neither
// compresses nor keeps a stream for a connection. What is compressed is made once, by whoever sends. [FEED17]

import { constants, deflateRawSync, inflateRawSync } from 'node:zlib'
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws'

const name = 'permessage-deflate'

/** Bytes; of less, nobody is saved anything. */
export const worthIt = 256

/** How much of what it inflated last a reader remembers, bytes. */
export const remembered = 32_768

/** `ws`, for Engine.IO, which takes another engine by its constructor. */
export class DeflatingServer extends WebSocketServer {
  constructor(options: ServerOptions) {
    super({ ...options, perMessageDeflate: { clientNoContextTakeover: true } })
  }

  override handleUpgrade(...[request, tcp, head, told]: Upgrade): void {
    super.handleUpgrade(request, tcp, head, (socket) => {
      takeOver(socket, this.options.maxPayload)
      told(socket, request)
    })
  }
}
type Upgrade = Parameters<WebSocketServer['handleUpgrade']>

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

const deflating = new WeakSet<object>()

/** Whether a WebSocket reads what was deflated, each message with all that came before it in the same write. */
export const readsDeflated = (socket: object): boolean => deflating.has(socket)

const takeOver = (socket: WebSocket, most: number | undefined): void => {
  const extensions: Record<string, Agreed> = Reflect.get(socket, '_extensions') ?? {}
  const agreed = extensions[name]
  if (!agreed) return
  extensions[name] = { params: agreed.params, decompress: inflater(most) }
  // `ws` looks here before it compresses by itself; its receiver has its own hold of what was agreed.
  Reflect.set(socket, '_extensions', {})
  const { server_no_context_takeover: forgets, server_max_window_bits: bits = 15 } = agreed.params
  if (!forgets && bits === 15) deflating.add(socket)
}

const endOfMessage = Buffer.from([0, 0, 0xff, 0xff])
const nothing = Buffer.alloc(0)

/** A screen says a few bytes now and then: inflated by themselves, no stream has to be kept for it. */
const inflater = (most: number | undefined): Agreed['decompress'] => {
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

const inflated = (bytes: Buffer, most: number | undefined): Buffer | Error => {
  const limit = most === undefined ? {} : { maxOutputLength: most }
  const { Z_SYNC_FLUSH } = constants
  try {
    const ended = Buffer.concat([bytes, endOfMessage])
    const said = inflateRawSync(ended, { finishFlush: Z_SYNC_FLUSH, chunkSize: 1024, ...limit })
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
