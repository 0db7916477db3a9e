import type { Channel } from '@night/shared/alert/subscription'
import { readKey } from './begin.ts'
import { askPermission, subscribe, unsubscribe } from './browser.ts'
import type { Phone } from './phone.ts'
import { usualRules } from './rules.ts'
import { subscriptionsInStore } from './subscription-store.ts'

/** From a tap, since a browser lets nobody ask otherwise: permission, address, subscription. [ALR67] */
export const turnOn = async (phone: Phone, seats: readonly string[]): Promise<void> => {
  begun(phone)
  const refusal = await askPermission()
  if (refusal !== null) return failed(phone, refusal)
  const key = await readKey(phone)
  if (key === null) return failed(phone, 'The server gave no key for alerts. Try again.')
  const subscribed = await subscribe(key)
  if (!subscribed.ok) return failed(phone, subscribed.words)
  await sendTo(phone, subscribed.channel, seats)
}

/** Alerts on this page, while it is open. [ALR69] */
export const showOnScreen = async (phone: Phone, seats: readonly string[]): Promise<void> => {
  begun(phone)
  await sendTo(phone, { type: 'screen' }, seats)
}

const begun = (phone: Phone): void => {
  phone.explain(null)
  phone.phase.value = 'asking'
}

const failed = (phone: Phone, words: string): void => {
  phone.phase.value = phone.own() === null ? 'off' : 'on'
  phone.explain(words)
}

/** Another kind of channel is another subscription: the one before it goes when the new one stands. */
const sendTo = async (phone: Phone, channel: Channel, seats: readonly string[]): Promise<void> => {
  const { server, standing } = phone
  const endpoint = channel.type === 'webpush' ? channel.subscription.endpoint : null
  // What was chosen before is not chosen again.
  const rules = { ...usualRules, ...standing.rules.peek(), seats: [...seats], mutedUntil: null }
  const told = await server.create(channel, rules)
  if (!told.ok) return failed(phone, told.words)
  if (phone.own() !== null) await server.remove()
  const { id, token, subscription } = told.answer
  await phone.keep(id, token, endpoint)
  phone.took(subscription)
  phone.say(endpoint === null ? 'Alerts are on this page.' : 'Alerts are on.')
}

/** Nothing more comes, and where no other night has this phone, nothing more can. [ALR73] */
export const turnOff = async (phone: Phone): Promise<void> => {
  phone.explain(null)
  const told = await phone.server.remove()
  if (!told.ok && told.status !== 404) return phone.explain(`Alerts are still on. ${told.words}`)
  await phone.drop()
  phone.phase.value = 'off'
  phone.say('Alerts are off.')
  const others = await subscriptionsInStore().catch(() => [])
  if (others.every(({ endpoint }) => endpoint === null)) void unsubscribe().catch(() => undefined)
}

export const sendTest = async (phone: Phone): Promise<void> => {
  phone.explain(null)
  const told = await phone.server.test()
  if (!told.ok) return phone.explain(`No test was sent. ${told.words}`)
  phone.say('A test is on its way.')
  phone.log.poke()
}
