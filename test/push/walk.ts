import { declarationOf, midBedfordshire, october, tamworth, withVotes } from '../support/night.ts'
import { until } from '../support/until.ts'
import type { Autopush } from './autopush.ts'
import type { PushDesk } from './desk.ts'
import type { Phone } from './phone.ts'
import { acknowledges, inWords, receipt, shows, testArrives, turnOn } from './seen.ts'
import type { Take } from './steps.ts'

type Sides = { readonly phone: Phone; readonly desk: PushDesk; readonly service: Autopush }

const first = `decl-${tamworth}-1`
const second = `decl-${tamworth}-2`
const lineOf = (alert: string): string => `.alerts-log [data-alert="${alert}"] .alerts-fate`

/** From the first look at the page to a subscription that is made. */
export const subscribes = async ({ phone, desk, service }: Sides, take: Take): Promise<void> => {
  const { page } = phone
  await take('/my of a live night, its service worker ready', async () => {
    await phone.open('off')
    await page.ask('navigator.serviceWorker.ready.then(() => true)')
    return 'alerts are off'
  })
  await take('Tamworth is chosen', async () => {
    await page.tap('.my-choose')
    await page.tap(`[data-choose="${midBedfordshire}"]`)
    await page.tap('.my-choose')
    return phone.says('.my-seats', /Tamworth/)
  })
  await take('“Turn on alerts” is tapped, and subscribe() answers', async () => {
    await turnOn(phone)
    const endpoint = await phone.endpoint()
    if (endpoint === null || !endpoint.startsWith(service.origin))
      throw new Error(`The browser has ${endpoint}`)
    const [only, ...others] = await desk.subscriptions()
    if (!only || others.length > 0 || only.ended) throw new Error('not one subscription')
    return `${new URL(endpoint).host} in the browser, subscription ${only.id} in the house`
  })
}

/** From a declaration at the front door to the notification, the receipt and the line in the log; then a correction. */
export const isTold = async ({ phone, desk, service }: Sides, take: Take): Promise<void> => {
  const [{ id } = { id: '' }] = await desk.subscriptions()
  const declaration = await declarationOf(october, tamworth)
  await take('Tamworth is declared and the browser shows it', async () => {
    await desk.declare(declaration)
    return inWords(await shows(phone, { title: /^LAB GAIN Tamworth from CON$/, body: gain }))
  })
  await take('the browser acknowledges it to its push service', () => acknowledges(service, 1))
  await take('the receipt is with the house', () => receipt(desk, id, first))
  await take('the log on /my says so', () => phone.says(lineOf(first), /^delivered /))
  await take('the page is left; a correction takes its place', async () => {
    await phone.leave()
    await desk.declare({
      ...withVotes(declaration, { 'sarah-edwards': 10_403, 'andy-cooper': 11_719 }),
      revision: 2,
      reason: 'the two first were read the wrong way round',
    })
    await acknowledges(service, 2)
    await phone.open('on')
    const shown = await shows(phone, { title: correction, body: /^Maj 1,316\..* Replaces / })
    if (!shown.requireInteraction) throw new Error('It goes away by itself.')
    return inWords(shown)
  })
  await take('its receipt is with the house', () => receipt(desk, id, second))
  await take('the log on /my says so', () => phone.says(lineOf(second), /^delivered /))
}

const gain = /^Maj 1,316\. Swing 23\.9 pts Con to Lab\. Turnout 35\.9%\./
const correction = /^CORRECTION Tamworth: CON HOLD, not LAB GAIN from CON$/

/** A browser that loses its address gets another and the house hears of it: from its service worker, then from the page. */
export const moves = async ({ phone, desk, service }: Sides, take: Take): Promise<void> => {
  await take('no page is open; the push service forgets the browser', async () => {
    const before = await phone.endpoint()
    await phone.leave()
    service.forget()
    await until('the browser has another address', () => service.standing() === 1)
    await phone.openBeside()
    const now = await until('the phone knows it', async () => {
      const [own] = await phone.known()
      return own !== undefined && own !== before && own
    })
    if (now !== (await phone.endpoint())) throw new Error('the phone knows another')
    return 'pushsubscriptionchange: the service worker subscribed anew and told the house'
  })
  await take('“Send a test” is tapped and the browser shows it', async () => {
    await phone.open('on')
    return testArrives(phone)
  })
  await take('the browser drops its address; /my is opened and makes another', async () => {
    await phone.unsubscribe()
    await until('it is gone', () => service.standing() === 0)
    await phone.open('on')
    await until('there is another', () => service.standing() === 1)
    const now = await phone.endpoint()
    await until('the phone knows it', async () => (await phone.known())[0] === now)
    return `${(await desk.subscriptions()).length} subscription, as before`
  })
  await take('“Send a test” is tapped and the browser shows it', () => testArrives(phone))
}

/** The browser gives its address up while no page is open, the push service says so, and the house ends the subscription. */
export const ends = async ({ phone, desk, service }: Sides, take: Take): Promise<void> => {
  await take('the browser unsubscribes, and its address is gone', async () => {
    await phone.unsubscribe()
    await until('it is gone', () => service.standing() === 0)
    return 'unregistered'
  })
  await take('the next push is answered 410, and the subscription ends', async () => {
    await desk.declare(await declarationOf(october, midBedfordshire))
    const ended = await until('it has ended', async () => (await desk.subscriptions())[0]?.ended)
    if (!ended.why.includes('(410)')) throw new Error(ended.why)
    return ended.why
  })
  await take('/my says why', async () => {
    await phone.open('off')
    return phone.says('.alerts-problem', /\(410\)/)
  })
}

/** On again from a tap, a test arrives, off again: nothing is left in the browser, at the push service or in the house. */
export const comesBack = async ({ phone, desk, service }: Sides, take: Take): Promise<void> => {
  const before = (await desk.subscriptions()).length
  await take('“Turn on alerts” is tapped again', async () => {
    await turnOn(phone)
    return new URL((await phone.endpoint()) ?? 'none:').host
  })
  await take('“Send a test” is tapped and the browser shows it', () => testArrives(phone))
  await take('“Turn off alerts” is tapped', async () => {
    await phone.page.tap('.alerts-rules summary')
    await phone.page.tap('[data-do="off"]')
    await phone.page.appears('.alerts[data-phase="off"]')
    await until('it is gone', () => service.standing() === 0)
    const left = (await desk.subscriptions()).length
    if ((await phone.endpoint()) !== null || left !== before) throw new Error(`${left} are left`)
    return 'no address in the browser, none at the push service, no subscription'
  })
}
