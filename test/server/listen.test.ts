import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { listen } from '@night/server/listen'
import { expect, onTestFinished, test } from 'vitest'

const screens = 1000

/** Connects so many times at once; ends when all are connected, or some were not within a while. */
const comers = (port: string) => `
  const { connect } = require('node:net')
  let count = 0
  const end = () => process.stdout.write(String(count), () => process.exit(0))
  setTimeout(end, 100_000)
  for (let place = 0; place < ${screens}; place += 1)
    connect(${port}, '127.0.0.1', () => ++count === ${screens} && end()).on('error', () => undefined)`

/** What the system lets a program have; the same as ever where it does not say. */
const most = (): number => {
  try {
    return Number(readFileSync('/proc/sys/net/core/somaxconn', 'utf8'))
  } catch {
    return 128
  }
}

test('[FEED16] a thousand screens that come while a server has no time for them all find a place in its line', async () => {
  const server = createServer()
  const url = await listen(server, { host: '127.0.0.1', port: 0 })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  // Until that program has ended this one accepts nobody.
  const came = execFileSync(process.execPath, ['-e', comers(new URL(url).port)], {
    encoding: 'utf8',
  })
  expect(Number(came)).toBeGreaterThanOrEqual(Math.min(screens, most()))
}, 120_000)
