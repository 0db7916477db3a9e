import { once } from 'node:events'
import { WebSocket } from 'ws'
import { z } from 'zod'

const Answer = z.object({
  id: z.int(),
  result: z.unknown(),
  error: z.string().optional(),
  message: z.string().optional(),
})

/** WebDriver BiDi, as far as it is commands and their answers. */
export type Bidi = {
  readonly send: (method: string, parameters: object) => Promise<unknown>
  readonly close: () => void
}

/** A session with a browser that listens at `address`. */
export const openBidi = async (address: string): Promise<Bidi> => {
  const socket = new WebSocket(`${address}/session`)
  const waiting = new Map<number, (answer: z.infer<typeof Answer>) => void>()
  let last = 0
  socket.on('message', (data: Buffer) => {
    // Events have no id, and none was asked for.
    const answer = Answer.safeParse(JSON.parse(data.toString())).data
    if (answer) waiting.get(answer.id)?.(answer)
  })
  await once(socket, 'open')
  const send = async (method: string, params: object): Promise<unknown> => {
    const id = (last += 1)
    const answered = new Promise<z.infer<typeof Answer>>((resolve) => waiting.set(id, resolve))
    socket.send(JSON.stringify({ id, method, params }))
    const { result, error, message } = await answered
    waiting.delete(id)
    if (error !== undefined) throw new Error(`${method}: ${message ?? error}`)
    return result
  }
  await send('session.new', { capabilities: {} })
  return { send, close: () => socket.terminate() }
}
