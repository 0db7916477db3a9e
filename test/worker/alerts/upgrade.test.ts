import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { alertOf, subscriptionOf } from '../../support/alert.ts'
import { openSenders, said } from '../../support/outward.ts'

/** A receiver that wants to go on in another protocol. */
const openUpgrading = async (): Promise<string> => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'),
    )
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}

test('[ALR24] a receiver that answers with another protocol is tried later, and keeps no place', async () => {
  const origin = await openUpgrading()
  const { senders } = openSenders({ trustedOrigins: [origin], timeLimit: 150 })
  const subscription = subscriptionOf({ type: 'webhook', url: origin, form: 'chat' })
  expect(said(await senders.webhook.send(alertOf(), subscription))).toBe(
    'later: The receiver broke the connection off.',
  )
})
