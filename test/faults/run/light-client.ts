import { comesBack } from '@night/client/comes-back'
import { frameHeadAt, masked, openBareSocket } from '../../support/bare-socket.ts'
import { heardIn, type Place } from './light-words.ts'

type Line = {
  readonly url: string
  readonly night: string
  /** It has what it is sent, and since when. */
  readonly onPlaces: (places: readonly Place[], isWhole: boolean) => void
  /** It was away and knows again where the night stands. */
  readonly onBack: () => void
}

/** A screen that is only its place: it speaks Socket.IO over a bare WebSocket and comes back as a screen does. */
export const openLightClient = ({ url, night, onPlaces, onBack }: Line): void => {
  let place: Place | null = null
  let failures = 0
  let isBack = true
  const port = Number(new URL(url).port)
  const path = '/socket.io/?EIO=4&transport=websocket'

  const hello = (): string => `40${JSON.stringify({ night, ...(place && { since: place }) })}`
  const hear = (payload: Buffer): void => {
    const heard = heardIn(payload)
    if (heard === null) return
    place = heard.places.at(-1) ?? place
    onPlaces(heard.places, heard.isWhole)
    if (!heard.isGreeting) return
    failures = 0
    if (!isBack) onBack()
    isBack = true
  }
  const connect = (): void => {
    const onPiece = createPayloads((payload) => {
      const begins = payload.toString('latin1', 0, 12)
      if (begins === '2') socket.write(masked('3'))
      else if (begins.startsWith('0')) socket.write(masked(hello()))
      // Whoever is refused or sent away comes again, as after a line that broke.
      else if (begins.startsWith('41') || begins === '42["refused"') socket.destroy()
      else hear(payload)
    })
    const onGone = (): void => {
      isBack = false
      setTimeout(connect, comesBack.after(failures, Math.random()))
      failures += 1
    }
    const socket = openBareSocket({ port, path }, { onPiece, onUpgraded: () => undefined, onGone })
  }
  connect()
}

/** Whole frames out of pieces. */
const createPayloads = (onPayload: (payload: Buffer) => void) => {
  let rest: Buffer = Buffer.alloc(0)
  return (piece: Buffer): void => {
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    let at = 0
    for (;;) {
      const head = frameHeadAt(rest, at)
      if (head === null || at + head.bytes + head.payload > rest.length) break
      at += head.bytes + head.payload
      onPayload(rest.subarray(at - head.payload, at))
    }
    rest = Buffer.from(rest.subarray(at))
  }
}
