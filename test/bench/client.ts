import type { Socket } from 'node:net'
import { masked, openBareSocket } from '../support/bare-socket.ts'
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

/** One screen that parses nothing. */
export const openClient = (target: Target, place: number, told: Told): Socket => {
  const { port, path, hello, greets } = target
  const onPiece = createFrameReader((kind) => {
    if (kind === 'open' && hello) socket.write(masked(hello))
    else if (kind === 'ping') socket.write(masked('3'))
    told.onFrame(kind)
  })
  const onUpgraded = () => {
    if (!greets) told.onFrame('first')
  }
  const socket = openBareSocket({ port, path, place }, { onPiece, onUpgraded, onGone: told.onGone })
  return socket
}
