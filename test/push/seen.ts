import { until } from '../support/until.ts'
import type { Autopush } from './autopush.ts'
import { handled } from './autopush-words.ts'
import type { PushDesk } from './desk.ts'
import type { Phone, Shown } from './phone.ts'

/** From a tap; throws what the page says where it could not be. */
export const turnOn = async ({ page }: Phone): Promise<void> => {
  await page.tap('[data-do="ring"]')
  await page.appears('.alerts:is([data-phase="on"], :has(.alerts-problem))')
  const problem = await page.ask(`document.querySelector('.alerts-problem')?.innerText`)
  if (problem !== null) throw new Error(`/my says: ${JSON.stringify(problem)}`)
}

/** A test that is asked for on the page is shown by the browser. */
export const testArrives = async (phone: Phone): Promise<string> => {
  await phone.wipeAway()
  await phone.page.tap('[data-do="test"]')
  return inWords(await shows(phone, { title: /^TEST Alerts reach this phone$/, body: /Sent at/ }))
}

type Wanted = { readonly title: RegExp; readonly body: RegExp }

/** Waits until it is shown and nothing else is: a correction takes the place of what it corrects. */
export const shows = (phone: Phone, { title, body }: Wanted): Promise<Shown> =>
  until(
    `one notification alone is shown, and says ${title.source}`,
    async () => {
      const [found, ...others] = await phone.shown()
      if (!found || others.length > 0 || !title.test(found.title)) return false
      if (!body.test(found.body)) throw new Error(`The text is: ${found.body}`)
      return found
    },
    patience,
  )

/** Milliseconds. After some twenty seconds Firefox takes most notifications away by itself, as if they were replaced. */
const patience = 8000

export const inWords = ({ title, body }: Shown): string => `${title} / ${body}`

/** The push with this number was decrypted and handled; the browser says so with a code of its own. */
export const acknowledges = async ({ pushes }: Autopush, number: number): Promise<string> => {
  const push = await until(`push ${number} is answered`, () => {
    const push = pushes[number - 1]
    return push?.answer && { ...push, answer: push.answer }
  })
  const { answer, at, bytes, ttl, urgency, topic } = push
  if (answer.code !== handled) throw new Error(`The browser answered with code ${answer.code}`)
  return `code ${answer.code} after ${answer.at - at} ms: ${bytes} bytes, ${ttl} s, ${urgency}, ${topic}`
}

/** The phone has said to the house that it showed it. */
export const receipt = (desk: PushDesk, subscription: string, alert: string): Promise<string> =>
  until(`${alert} is acknowledged`, async () => {
    const delivery = await desk.delivery(subscription, alert)
    return delivery?.acknowledged && `${delivery.state}, acknowledged ${delivery.acknowledged}`
  })
