import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Stopwatch } from '@night/shared/time'
import { listen } from './listen.ts'

/** Milliseconds in which what is being answered has to be answered: longer than the door waits for Redis. */
const patience = 5000

const kept = <One extends { on: (event: 'close', done: () => void) => unknown }>() => {
  const all = new Set<One>()
  const keep = (one: One): void => {
    all.add(one)
    one.on('close', () => all.delete(one))
  }
  return { all, keep }
}

type Place = { readonly host: string; readonly port: number }

/**
 * Where everybody comes in. When it closes nobody new is let in, so that whatever stands before this server goes to
 * another; live readers are let go and come back there; what is being answered is answered. [OPS4]
 */
export const createEntrance = (app: RequestListener, stopwatch: Stopwatch) => {
  const http = createServer(app)
  const answers = kept<ServerResponse>()
  const sockets = kept<Socket>()
  http.on('request', (_request, response: ServerResponse) => answers.keep(response))
  http.on('connection', (socket: Socket) => sockets.keep(socket))
  return {
    http,
    /** Answers the address that it took. */
    listen: (place: Place): Promise<string> => listen(http, place),
    close: async (): Promise<void> => {
      http.close()
      for (const answer of answers.all) if (isLive(answer)) answer.end()
      const until = stopwatch.now() + patience
      while (sockets.all.size > 0 && stopwatch.now() < until) {
        http.closeIdleConnections()
        await sleep(10)
      }
      for (const socket of sockets.all) socket.destroy()
    },
  }
}

const isLive = (response: ServerResponse): boolean =>
  String(response.getHeader('content-type')).startsWith('text/event-stream')
