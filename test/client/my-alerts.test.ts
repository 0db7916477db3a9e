import {
  deliveryWords,
  confirmedWords,
  isFailed,
  marked,
} from '@night/client/my/alerts/delivery-words'
import { createLog } from '@night/client/my/alerts/log'
import { type Facts, offerFor } from '@night/client/my/alerts/offer'
import { muteLeft, mutedFrom, rulesInWords, usualRules } from '@night/client/my/alerts/rules'
import type { SubscriptionView } from '@night/client/my/alerts/server-side'
import { createStandingRules } from '@night/client/my/alerts/standing-rules'
import type { Delivery } from '@night/shared/alert/message'
import { AlertRules } from '@night/shared/alert/rules'
import { expect, test } from 'vitest'
import { alertOf, subscriptionOf } from '../support/alert.ts'
import { deliveryOf } from '../support/alert-side.ts'

test('[ALR70] the phone proposes the rules that the contract has, and says any in a sentence', () => {
  expect(usualRules).toEqual(AlertRules.parse({}))
  expect(rulesInWords(usualRules)).toBe(
    'Gains, upsets, seats to watch, records, milestones and the desk’s line.',
  )
  const few = { upsets: false, keySeats: false, records: false, milestones: false, desk: false }
  const quiet = { from: '23:30', to: '00:05' }
  const rules = { ...usualRules, ...few, seats: ['E14000986'], quiet, mostInAnHour: 12 }
  expect(rulesInWords({ ...rules, gains: { parties: ['lab'], regions: [] } })).toBe(
    'My seat and some gains. Quiet from 11.30pm to 12.05am. At most 12 an hour.',
  )
  expect(rulesInWords({ ...usualRules, ...few, gains: null })).toBe('Nothing but corrections.')
})

test('[ALR71] what is left of being muted is said in minutes, to the last', () => {
  const now = Date.parse('2023-10-20T01:45:00.000Z')
  expect(mutedFrom(now)).toBe('2023-10-20T02:15:00.000Z')
  expect(muteLeft(mutedFrom(now), now)).toBe('30 minutes')
  expect(muteLeft(mutedFrom(now), now + 29 * 60_000 + 1)).toBe('1 minute')
  expect([muteLeft(mutedFrom(now), now + 30 * 60_000), muteLeft(null, now)]).toEqual([null, null])
})

test('[ALR72] what became of an alert is said in words', () => {
  const words = (changes: Partial<Delivery>) => deliveryWords(deliveryOf(changes))
  expect(words({ acknowledged: '2023-10-20T01:45:09.000Z' })).toBe('delivered 2.45am')
  expect(words({})).toBe('sent, not confirmed')
  expect(words({ state: 'collected' })).toBe('in a digest')
  expect(words({ state: 'queued' })).toBe('on its way')
  expect(words({ state: 'refused', why: 'it answered 403' })).toBe('failed: it answered 403')
  expect(words({ state: 'parked', tries: 50, why: 'no answer' })).toBe(
    'given up after 50 tries: no answer',
  )
  expect(words({ state: 'late' })).toBe('not sent: it had become too old')
  expect(words({ state: 'late', why: 'A later alert went out before it.' })).toBe(
    'not sent: A later alert went out before it.',
  )
  expect([isFailed(deliveryOf()), isFailed(deliveryOf({ state: 'gone' }))]).toEqual([false, true])
  expect(confirmedWords([deliveryOf()])).toContain('confirmed no alert yet')
  expect(marked('TEST LAB GAIN Tamworth')).toEqual({ mark: 'TEST', text: 'LAB GAIN Tamworth' })
  expect(marked('Test')).toEqual({ mark: null, text: 'Test' })
})

const facts: Facts = {
  mode: 'live',
  house: 'known',
  canPush: true,
  isApplePhone: false,
  isInstalled: false,
  permission: 'default',
}

test('[ALR67 ALR68 ALR69] a phone is offered what it can have, and told why it cannot have more', () => {
  const why = (changes: Partial<Facts>) => {
    const offer = offerFor({ ...facts, ...changes })
    return offer.kind === 'screen' ? offer.why : offer.kind
  }
  expect(why({})).toBe('ring')
  expect(why({ mode: 'recorded' })).toBe('none')
  expect(why({ mode: 'rehearsal' })).toContain('stay on this page, marked TEST')
  expect(why({ mode: 'replay' })).toContain('marked REPLAY')
  expect(why({ house: 'off' })).toContain('switched off in this newsroom')
  expect(why({ permission: 'denied' })).toContain('blocked in this browser')
  expect(why({ canPush: false })).toContain('takes no alerts while the page is closed')
  expect(why({ canPush: false, isApplePhone: true })).toContain('Add to Home Screen')
  expect(why({ canPush: false, isApplePhone: true, isInstalled: true })).not.toContain('Home')
})

const view = (rules: Partial<AlertRules>): SubscriptionView => {
  const { tokenHash: _hash, secret: _secret, ...rest } = subscriptionOf({ type: 'screen' })
  return { ...rest, rules: { ...usualRules, ...rules } }
}

test('[ALR70] a change that was not taken is undone alone; what was changed meanwhile stays', async () => {
  const said: string[] = []
  const answers = [
    { ok: false, status: 0, code: 'away', words: 'Nobody there.' },
    { ok: true, status: 200, answer: view({ records: false }) },
  ] as const
  let asked = 0
  const change = async () => answers[asked++ === 0 ? 0 : 1]
  const explain = (words: string) => void said.push(words)
  const standing = createStandingRules({ server: { change }, explain })
  standing.view.value = view({})
  const both = [standing.change({ upsets: false }), standing.change({ records: false })]
  expect(standing.rules.value).toMatchObject({ upsets: false, records: false })
  await Promise.all(both)
  expect(standing.rules.value).toMatchObject({ upsets: true, records: false })
  expect(said).toEqual(['That was not changed. Nobody there.'])
})

test('[ALR72] a hundred events in a moment ask for the log once, and thrice more when it is calm', async () => {
  const waiting: (() => void)[] = []
  let asked = 0
  const deliveries = async () => {
    asked += 1
    const lines = asked === 1 ? [] : [deliveryOf({ message: alertOf({ id: 'late' }) })]
    return { ok: true, status: 200, answer: { deliveries: lines } } as const
  }
  const arrived: string[] = []
  const log = createLog({
    server: { deliveries },
    arrived: (fresh) => arrived.push(...fresh.map(({ message }) => message.id)),
    later: (call) => waiting.push(call),
  })
  for (let count = 0; count < 100; count += 1) log.poke()
  while (waiting.length > 0) {
    waiting.shift()?.()
    await new Promise(setImmediate)
  }
  expect([asked, arrived]).toEqual([4, ['late']])
})
