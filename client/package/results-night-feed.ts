import { Fetch, WebSocket as WebSocketTransport } from 'socket.io-client'
import { createFeed as createHouseFeed } from '../feed.ts'
import { createFollower as createHouseFollower } from '../follower.ts'
import type { Transports } from '../line.ts'
import type { CreateFeed, CreateFollower } from './types.ts'

/** What every browser has, and Node from 22 on; before that Node has no WebSocket, and asks by fetch what is new. */
const transports: Transports =
  typeof WebSocket === 'undefined' ? [Fetch] : [WebSocketTransport, Fetch]

/** A path would be taken for a namespace, of which the house has one; "localhost:3000" for a scheme. */
const originOf = (url: string): string => {
  if (/^(https?|wss?):\/\//i.test(url)) return new URL(url).origin
  throw new TypeError(
    `url has to be where the house is, such as “https://results.example.org”, and “${url}” is no such address.`,
  )
}

export const createFeed: CreateFeed = ({ url, night, token }) =>
  createHouseFeed({ url: originOf(url), night, token, transports })

export const createFollower: CreateFollower = ({ url, night, token, follow }) =>
  createHouseFollower({ url: originOf(url), night, token, follow, transports })
