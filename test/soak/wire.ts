import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'

const Reply = z.object({
  id: z.number().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
})
type Answer = { readonly resolve: (result: unknown) => void; readonly reject: (why: Error) => void }

/** Asks a browser over its pipe: JSON texts, each ended by a zero. What it says unasked is passed over. */
export const createWire = (into: Writable, out: Readable) => {
  const waiting = new Map<number, Answer>()
  let rest = ''
  let last = 0
  out.setEncoding('utf8').on('data', (chunk: string) => {
    const texts = (rest + chunk).split('\0')
    rest = texts.pop() ?? ''
    for (const text of texts) {
      const { id, result, error } = Reply.parse(JSON.parse(text))
      const answer = id === undefined ? undefined : waiting.get(id)
      if (id === undefined || answer === undefined) continue
      waiting.delete(id)
      if (error) answer.reject(new Error(error.message))
      else answer.resolve(result)
    }
  })
  return (method: string, params: object, sessionId?: string): Promise<unknown> => {
    const id = (last += 1)
    into.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`)
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
    })
  }
}
