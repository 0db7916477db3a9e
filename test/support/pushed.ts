import { io } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { createJudge } from './contract.ts'

const Form = z.record(z.string(), z.unknown())
const Reference = z.strictObject({ $ref: z.string() })

/** AsyncAPI 3.0 as far as the house writes it. */
const Document = z.strictObject({
  asyncapi: z.literal('3.0.0'),
  info: Form,
  defaultContentType: z.literal('application/json'),
  servers: Form,
  channels: z.record(
    z.string(),
    z.looseObject({
      address: z.string(),
      servers: z.array(Reference),
      messages: z.record(z.string(), Reference),
    }),
  ),
  operations: z.record(
    z.string(),
    z.strictObject({
      action: z.enum(['send', 'receive']),
      channel: Reference,
      summary: z.string(),
      messages: z.array(Reference),
    }),
  ),
  components: z.strictObject({
    messages: z.record(
      z.string(),
      z.strictObject({
        name: z.string(),
        summary: z.string(),
        payload: Form,
        examples: z.array(z.strictObject({ name: z.string(), payload: z.unknown() })).min(1),
      }),
    ),
    schemas: Form,
  }),
})

export const readPushed = (text: string) => Document.parse(parse(text))

/** What speaks against a message, by the name that it has in the document. */
export const pushedJudge = (text: string) => {
  const { components } = readPushed(text)
  const judge = createJudge(components.schemas)
  return (name: string, payload: unknown): string | null => {
    const message = components.messages[name]
    return message ? judge(message.payload, payload) : `${name} is not in the document`
  }
}

type Heard = readonly [name: string, payload: unknown]

/** Everything that a screen is sent, by name, as it came. */
export const hear = (url: string, hello: object) => {
  const heard: Heard[] = []
  const socket = io(url, { auth: hello, forceNew: true, reconnection: false })
  socket.onAny((name: string, payload: unknown) => heard.push([name, payload]))
  onTestFinished(() => void socket.disconnect())
  return heard
}

/** The messages of a stream of live events, by name, until `enough` of them came. */
export const hearLive = async (url: string, lastId: string, enough: number): Promise<Heard[]> => {
  const stop = new AbortController()
  const headers = { accept: 'text/event-stream', 'last-event-id': lastId }
  const response = await fetch(url, { headers, signal: stop.signal })
  let text = ''
  for await (const piece of (response.body ?? new ReadableStream()).pipeThrough(
    new TextDecoderStream(),
  )) {
    text += piece
    if (heardIn(text).length >= enough) break
  }
  stop.abort()
  return heardIn(text)
}

const heardIn = (text: string): Heard[] =>
  text
    .split('\n\n')
    .slice(0, -1)
    .flatMap((message): Heard[] => {
      const data = /^data: (.*)$/m.exec(message)?.[1]
      const name = /^event: (.*)$/m.exec(message)?.[1] ?? 'liveEvent'
      return data === undefined ? [] : [[name, JSON.parse(data)]]
    })
