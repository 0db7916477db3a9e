// Engine.IO 4 and Socket.IO 5, as far as a screen over a WebSocket needs them.

import { textFrame } from './frame.ts'

/** Milliseconds: how often a screen is asked whether it is there, and how long it may take to answer. */
export const askedEvery = 25_000
export const answersWithin = 10_000

/** Bytes that a screen may say at once. */
export const mostSaid = 16_384

const frameOf = (text: string): Buffer => textFrame(Buffer.from(text))

/** What a WebSocket is told when it is open. */
export const opened = (id: string): Buffer =>
  frameOf(
    `0{"sid":"${id}","upgrades":[],"pingInterval":${askedEvery},"pingTimeout":${answersWithin},"maxPayload":${mostSaid}}`,
  )
/** What a screen is told that said its hello. */
export const connected = (id: string): Buffer => frameOf(`40{"sid":"${id}"}`)
/** What a screen is told that should not come back by itself. */
export const disconnected = frameOf('41')
/** There is nothing but the default namespace. */
export const nowhere = (namespace: string): Buffer =>
  frameOf(`44${namespace},{"message":"Invalid namespace"}`)
export const ping = frameOf('2')

/** What a screen says. Events and their answers are heard by nobody: screens only listen. */
type Said =
  /** What it says of itself, as JSON. */
  | { readonly kind: 'hello'; readonly json: string }
  | { readonly kind: 'elsewhere'; readonly namespace: string }
  | { readonly kind: 'goodbye' | 'pong' | 'event' | 'idle' | 'nonsense' }

/** Reads a text message of a screen. */
export const readSaid = (text: string): Said => {
  if (text.startsWith('3')) return { kind: 'pong' }
  // That it closes, upgrades or does nothing: Engine.IO has no ear for that here, and a program may say it all the same.
  if (/^[0156]/.test(text)) return { kind: 'idle' }
  if (text.startsWith('40')) return hello(text.slice(2))
  if (text.startsWith('41')) return { kind: 'goodbye' }
  return { kind: /^4[2356]/.test(text) ? 'event' : 'nonsense' }
}

/** Said to the default namespace, which may be named as well, or to another. */
const hello = (said: string): Said => {
  if (!said.startsWith('/')) return { kind: 'hello', json: said }
  const [namespace = ''] = said.split(',', 1)
  return namespace === '/'
    ? { kind: 'hello', json: said.slice('/,'.length) }
    : { kind: 'elsewhere', namespace }
}
