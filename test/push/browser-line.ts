import { randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import { FromBrowser } from './autopush-words.ts'
import type { Channels } from './channels.ts'

type Parts = {
  readonly channels: Channels
  readonly origin: () => string
  /** What the browser said of a push. */
  readonly answered: (version: string, code: number) => void
}

/** The line to one browser: it comes and goes, and is known again by its `uaid`. */
export const createBrowserLine = (parts: Parts) => {
  let browser: WebSocket | null = null
  let uaid = newName()
  const take = (socket: WebSocket): void => {
    socket.on('close', () => (browser = browser === socket ? null : browser))
    socket.on('message', (data: Buffer) => {
      const text = data.toString()
      // An empty object is a ping, and its answer.
      const said = text === '{}' ? null : FromBrowser.parse(JSON.parse(text))
      if (said?.messageType === 'hello') browser = socket
      const answer = said ? answerTo(said, uaid, parts) : {}
      if (answer) socket.send(JSON.stringify(answer))
    })
  }
  return {
    take,
    isOpen: (): boolean => browser !== null,
    send: (notification: object): void => browser?.send(JSON.stringify(notification)),
    /** Cuts the line and forgets who was there: the browser is greeted as another, and none of its addresses stand. */
    forget: (): void => {
      uaid = newName()
      parts.channels.endAll()
      browser?.terminate()
    },
  }
}

const newName = (): string => randomUUID().replaceAll('-', '')

const answerTo = (said: FromBrowser, uaid: string, parts: Parts): object | undefined => {
  const { channels, origin, answered } = parts
  const { messageType } = said
  switch (messageType) {
    case 'hello':
      return { messageType, uaid, status: 200, use_webpush: true, broadcasts: {} }
    case 'register': {
      const { channelID, key = null } = said
      const pushEndpoint = origin() + channels.register(channelID, key)
      return { messageType, channelID, status: 200, pushEndpoint }
    }
    case 'unregister':
      channels.unregister(said.channelID)
      return { messageType, channelID: said.channelID, status: 200 }
    case 'ack':
      for (const { version, code } of said.updates) answered(version, code)
      return undefined
    case 'nack':
      answered(said.version, said.code)
      return undefined
    case 'broadcast_subscribe':
      return undefined
  }
}
