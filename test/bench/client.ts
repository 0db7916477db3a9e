import type { Socket } from 'node:net'
import { masked, maskedSmall, openBareSocket } from '../support/bare-socket.ts'
import { createFrameReader, type FrameKind } from './frames.ts'

export type Target = {
  readonly port: number
  readonly path: string
  /** Socket.IO's first packet, with what the screen says of itself; none for a bare socket. */
  readonly hello: string | null
  /** Whether the server says something at first; otherwise a screen is there once it is connected. */
  readonly greets: boolean
}

type Told = {
  readonly onFrame: (kind: FrameKind) => void
  readonly onGone: () => void
}

/** What screens say is the same for all of them, and is deflated once. */
const framesByText = new Map<string, Buffer>()
const saidSmall = (text: string): Buffer => {
  const known = framesByText.get(text)
  if (known) return known
  const frame = maskedSmall(text)
  framesByText.set(text, frame)
  return frame
}

/** One screen that parses nothing. Like a browser it offers to read what was deflated, and deflates what it says itself. */
export const openClient = (target: Target, place: number, told: Told): Socket => {
  const { port, path, hello, greets } = target
  let said = masked
  const onPiece = createFrameReader((kind) => {
    if (kind === 'open' && hello) socket.write(said(hello))
    else if (kind === 'ping') socket.write(said('3'))
    told.onFrame(kind)
  })
  const onUpgraded = (deflated: boolean) => {
    if (deflated) said = saidSmall
    if (!greets) told.onFrame('first')
  }
  const address = { port, path, place, deflates: true }
  const socket = openBareSocket(address, { onPiece, onUpgraded, onGone: told.onGone })
  return socket
}
