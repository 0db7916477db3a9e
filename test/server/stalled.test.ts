import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { listen } from '@night/server/listen'
import { sendLive } from '@night/server/live-events'
import type { NightListener } from '@night/server/follow'
import { emptyNight, type Night, withEvents } from '@night/server/night'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { definitionOf, recordedLog } from '../support/night.ts'
import { present } from '../support/present.ts'

const july = '2024-07-04-general-election'

/** More than the kernel takes off a server's hands for a reader that does not read. */
const largeNight = async (): Promise<Night> => {
  const log = await recordedLog(july)
  const many = Array.from({ length: 8 }, () => log).flat()
  return withEvents(emptyNight(await definitionOf(july), 'replay', 1), many)
}

/** A night, and whoever listens to it. */
const listenedTo = (night: Night) => {
  const listeners = new Set<NightListener>()
  const nights = {
    now: () => night,
    listen: (listener: NightListener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  return { listeners, nights }
}

/** A reader of a night's live events that has asked for all of them, and then stopped reading. */
const openStalled = async (night: Night) => {
  const { listeners, nights } = listenedTo(night)
  let answer: ServerResponse | undefined
  const app = express().get('/', (_request, response) => {
    answer = response
    sendLive(response, nights, {
      night,
      since: { seq: 0, hash: '' },
      mayStay: async () => true,
    })
  })
  const http = createServer(app)
  const url = await listen(http, { host: '127.0.0.1', port: 0 })
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  onTestFinished(() => {
    socket.destroy()
    http.close()
  })
  socket.write('GET / HTTP/1.1\r\nHost: hall\r\n\r\n')
  await once(socket, 'data')
  socket.pause()
  return { listeners, answer: present(answer) }
}

test('[FEED7] a reader that does not read is told nothing any more once its night is gone', async () => {
  const night = await largeNight()
  const { listeners, answer } = await openStalled(night)
  expect(answer.writableLength).toBeGreaterThan(1_000_000)
  const [listener] = listeners
  listener?.onGone(night.definition.id)
  expect([answer.writableEnded, answer.writableFinished, listeners.size]).toEqual([true, false, 0])
})

test('[OPS4] nor when the server goes, though the night goes on', async () => {
  const night = await largeNight()
  const { listeners, answer } = await openStalled(night)
  answer.end()
  const faults: unknown[] = []
  answer.on('error', (fault) => faults.push(fault))
  for (const { onEvents, onReset } of listeners) {
    onEvents(night, night.events.slice(-1))
    onReset(night)
  }
  await new Promise((done) => setImmediate(done))
  expect(faults).toEqual([])
})

test('[FEED7] what waits for it does not grow by a night each time that the log is another', async () => {
  const night = await largeNight()
  const { listeners, answer } = await openStalled(night)
  for (const { onReset } of listeners) onReset(night)
  expect(answer.destroyed).toBe(true)
})

test('[FEED7] one that goes while its night is looked for leaves nothing behind', async () => {
  const night = emptyNight(await definitionOf(july), 'replay', 1)
  const { listeners, nights } = listenedTo(night)
  let answer = (): void => undefined
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })
  const app = express().get('/', async (_request, response) => {
    socket.destroy()
    await once(response, 'close')
    sendLive(response, nights, {
      night,
      since: { seq: 0, hash: '' },
      mayStay: async () => true,
    })
    answer()
  })
  const http = createServer(app)
  const url = await listen(http, { host: '127.0.0.1', port: 0 })
  onTestFinished(() => void http.close())
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nHost: hall\r\n\r\n')
  await answered
  expect(listeners.size).toBe(0)
})
