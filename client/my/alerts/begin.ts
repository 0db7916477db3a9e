import type { Mode } from '@night/shared/night'
import { browserFacts, subscribe } from './browser.ts'
import { denied } from './offer.ts'
import type { Phone } from './phone.ts'

/** What stands of this phone's alerts when its page is opened, and again when the server was away. [ALR73] */
const begin = async (phone: Phone, mode: Mode): Promise<void> => {
  const key = mode === 'live' ? readKey(phone) : Promise.resolve(null)
  if (phone.own() === null) {
    phone.phase.value = 'off'
    return
  }
  const told = await phone.server.read()
  if (told.ok) {
    const { ended } = told.answer
    phone.explain(null)
    phone.took(told.answer)
    if (ended !== null) await end(phone, ended.why)
    else if (told.answer.channel.type === 'webpush') await compare(phone, await key)
  } else if ([401, 403, 404].includes(told.status)) {
    await end(phone, 'The server does not know this phone any more.')
  } else {
    phone.phase.value = 'away'
    phone.problem.value = told.words
  }
}

/** Milliseconds after which a server that was away is asked again. */
const pause = 5000

/** Begins, and again while the server cannot tell; answers how to stop. */
export const beginUntilTold = (phone: Phone, mode: Mode): (() => void) => {
  let isWanted = true
  let timer: ReturnType<typeof setTimeout> | undefined
  const go = async (): Promise<void> => {
    await begin(phone, mode)
    if (isWanted && phone.phase.peek() === 'away') timer = setTimeout(() => void go(), pause)
  }
  void go()
  return () => {
    isWanted = false
    clearTimeout(timer)
  }
}

/** The house's key; null where there is none to be had. [ALR68] */
export const readKey = async ({ house, server }: Phone): Promise<string | null> => {
  if (house.value.state === 'known') return house.value.key
  const told = await server.key()
  if (told.ok) house.value = { state: 'known', key: told.answer.key }
  else house.value = { state: told.code === 'push-off' ? 'off' : 'away' }
  return told.ok ? told.answer.key : null
}

const end = async (phone: Phone, why: string): Promise<void> => {
  await phone.drop()
  phone.phase.value = 'off'
  phone.explain(`Alerts to this phone have ended. ${why}`)
}

/** A browser may have lost its address, or have another, and tells nobody of it. [ALR73] */
const compare = async (phone: Phone, key: string | null): Promise<void> => {
  if (key === null) return
  if (browserFacts().permission !== 'granted') return phone.explain(denied)
  const subscribed = await subscribe(key)
  const own = phone.own()
  if (!subscribed.ok) return phone.explain(subscribed.words)
  const { channel } = subscribed
  if (own === null || own.endpoint === channel.subscription.endpoint) return
  const told = await phone.server.change({ channel })
  if (!told.ok) return phone.explain(`This phone has a new address. ${told.words}`)
  phone.standing.view.value = told.answer
  await phone.keep(own.id, own.token, channel.subscription.endpoint)
}
