import { request } from 'node:http'
import { serverConfig } from '@night/server/config'
import { expect, test } from 'vitest'
import { all, forgetRates, screen } from '../support/alert-door.ts'
import { environmentOf, openServer } from '../support/house.ts'
import { october } from '../support/night.ts'
import { openRedis } from '../support/redis-client.ts'
import { root } from '../support/root.ts'

/** Subscribes as somebody of whom the proxies say that they are at `from`; answers the status. */
const subscribeFrom = (url: string, night: string, from: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': from }
    const sent = request(`${url}${all}`, { method: 'POST', headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    sent.on('error', reject)
    sent.end(JSON.stringify({ night, channel: screen }))
  })

const openBehind = async (proxies: string) => {
  const { url, desk } = await openServer({
    ...(await environmentOf()),
    TRUSTED_PROXIES: proxies,
  })
  const night = await desk.open(october)
  const subscribe = async (addresses: readonly string[]): Promise<number[]> => {
    await forgetRates(openRedis())
    const answers = []
    for (const from of addresses) answers.push(await subscribeFrom(url, night, from))
    return answers
  }
  return { subscribe }
}

const visitors = Array.from({ length: 22 }, (_, place) => `203.0.113.${place + 1}`)
const one = (count: number): string[] => Array.from({ length: count }, () => '203.0.113.7')

test.each(['1', 'loopback', '127.0.0.0/8, 10.0.0.7'])(
  '[OPS3] behind a proxy that is trusted (%s) each visitor is counted alone',
  async (proxies) => {
    const { subscribe } = await openBehind(proxies)
    expect(new Set(await subscribe(visitors))).toEqual(new Set([201]))
    expect((await subscribe(one(21))).at(-1)).toBe(429)
    // What a visitor has put before what the proxy adds counts for nothing.
    const forged = visitors.slice(0, 21).map((address) => `${address}, 203.0.113.7`)
    expect((await subscribe(forged)).at(-1)).toBe(429)
  },
)

test.each(['', '10.0.0.7'])(
  '[OPS3] without one, or with another (%j), nobody’s word for an address counts',
  async (proxies) => {
    const { subscribe } = await openBehind(proxies)
    const answers = await subscribe(visitors)
    expect(answers.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 201))
    expect(answers.slice(20)).toEqual([429, 429])
  },
)

test.each(['true', 'everybody', '0.0.0.0/0', '10.0.0.7/33', '1.2.3', '-1'])(
  '[OPS3] what names no proxy is refused at the start, in words: %s',
  (proxies) => {
    const environment = { REDIS_URL: 'redis://127.0.0.1', TRUSTED_PROXIES: proxies }
    expect(() => serverConfig(environment, root)).toThrow(/TRUSTED_PROXIES is how many proxies/)
  },
)
