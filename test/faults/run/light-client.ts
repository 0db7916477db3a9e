import { comesBack } from '@night/client/comes-back'
import { WebSocket } from 'ws'
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
  const address = `${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`

  const hello = (): string => `40${JSON.stringify({ night, ...(place && { since: place }) })}`
  const hear = (socket: WebSocket, text: string): void => {
    if (text === '2') return socket.send('3')
    if (text.startsWith('0')) return socket.send(hello())
    // Whoever is refused or sent away comes again, as after a line that broke.
    if (text.startsWith('41') || text.startsWith('42["refused"')) return socket.terminate()
    const heard = heardIn(text)
    if (heard === null) return
    place = heard.places.at(-1) ?? place
    onPlaces(heard.places, heard.isWhole)
    if (!heard.isGreeting) return
    failures = 0
    if (!isBack) onBack()
    isBack = true
  }
  const connect = (): void => {
    const socket = new WebSocket(address, { perMessageDeflate: false })
    socket.on('message', (data) => hear(socket, data instanceof Buffer ? data.toString() : ''))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      isBack = false
      setTimeout(connect, comesBack.after(failures, Math.random()))
      failures += 1
    })
  }
  connect()
}
