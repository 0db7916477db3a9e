import { z } from 'zod'
import { until } from '../support/until.ts'
import type { Page } from './page.ts'

const Shown = z.object({
  title: z.string(),
  body: z.string(),
  /** It stays until somebody takes it away. */
  requireInteraction: z.boolean(),
})
export type Shown = z.infer<typeof Shown>

const Endpoint = z.string().nullable()
const registration = `(await navigator.serviceWorker.getRegistration('/my'))`

/** The reporter's phone: what its browser shows and has, and what stands on /my. */
export const createPhone = (page: Page, address: string) => ({
  page,
  open: async (phase: 'off' | 'on'): Promise<void> => {
    await page.open(address)
    await page.appears(`.alerts[data-phase="${phase}"]`)
  },
  /** A page of ours that has nothing to do with alerts. */
  openBeside: () => page.open(new URL('/health', address).href),
  /** Leaves the page, so that only the service worker is there. */
  leave: () => page.open('about:blank'),
  /** What the browser's own list of notifications has. */
  shown: async (): Promise<Shown[]> => {
    const all = `${registration}.getNotifications()`
    return z.array(Shown).parse(await page.ask(`(async () => (await ${all}).map(${fields}))()`))
  },
  /** The address that the browser has been given; null where it has none. */
  endpoint: async (): Promise<string | null> => {
    const found = `(await ${registration}.pushManager.getSubscription())?.endpoint ?? null`
    return Endpoint.parse(await page.ask(`(async () => ${found})()`))
  },
  /** The addresses that the house was told, as the phone keeps them for its service worker. */
  known: async (): Promise<string[]> => z.array(z.string()).parse(await page.ask(kept)),
  /** As a reader does it with what the phone shows. */
  wipeAway: () =>
    page.ask(
      `(async () => (await ${registration}.getNotifications()).forEach((one) => one.close()))()`,
    ),
  /** As a browser does it whose reader takes the permission back: the house is not told. */
  unsubscribe: () =>
    page.ask(`(async () => (await ${registration}.pushManager.getSubscription()).unsubscribe())()`),
  /** Until the part of the page says this. */
  says: async (selector: string, words: RegExp): Promise<string> =>
    until(`${selector} says ${words.source}`, async () => {
      const text = z
        .string()
        .parse(
          await page.ask(`document.querySelector(${JSON.stringify(selector)})?.innerText ?? ''`),
        )
      return words.test(text) && text.replaceAll(/\s+/g, ' ').trim()
    }),
})
export type Phone = ReturnType<typeof createPhone>

const fields = `({ title, body, requireInteraction }) => ({ title, body, requireInteraction })`

const kept = `(async () => {
  const cache = await caches.open('my-alerts')
  const all = await Promise.all((await cache.keys()).map((request) => cache.match(request)))
  return (await Promise.all(all.map((one) => one.json()))).map(({ endpoint }) => endpoint)
})()`
