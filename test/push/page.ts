import { z } from 'zod'
import { until } from '../support/until.ts'
import type { Bidi } from './bidi.ts'

const Tree = z.object({ contexts: z.array(z.object({ context: z.string() })).min(1) })
const Evaluated = z.discriminatedUnion('type', [
  z.object({ type: z.literal('success'), result: z.object({ value: z.string() }) }),
  z.object({ type: z.literal('exception'), exceptionDetails: z.object({ text: z.string() }) }),
])
const Place = z.object({ x: z.number(), y: z.number() })

/** The one page of a browser, and what a reader does with it. */
export const openPage = async ({ send }: Bidi) => {
  const tree = Tree.parse(await send('browsingContext.getTree', {}))
  const context = tree.contexts[0]?.context ?? ''

  const ask = async (expression: string): Promise<unknown> => {
    const asked = `(async () => JSON.stringify((await (${expression})) ?? null))()`
    const target = { target: { context }, awaitPromise: true }
    const answer = Evaluated.parse(await send('script.evaluate', { expression: asked, ...target }))
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text)
    return JSON.parse(answer.result.value)
  }

  return {
    open: (url: string) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
    /** What an expression is, or comes to, in the page. */
    ask,
    appears: (selector: string): Promise<unknown> =>
      until(`${selector} appears`, () => ask(`document.querySelector(${text(selector)}) !== null`)),
    /** As a finger does it, since some of what a browser allows it allows only then. */
    tap: async (selector: string): Promise<void> => {
      const place = await until(`${selector} can be tapped`, () => ask(middleOf(selector)))
      const { x, y } = Place.parse(place)
      const actions = [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]
      const finger = { type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' } }
      await send('input.performActions', { context, actions: [{ ...finger, actions }] })
    },
  }
}
export type Page = Awaited<ReturnType<typeof openPage>>

const text = (value: string): string => JSON.stringify(value)

/** Null while it moves: a page that is just opened puts in what comes late, and a finger would meet something else. */
const middleOf = (selector: string): string => `(async () => {
  const found = document.querySelector(${text(selector)})
  if (found === null || found.disabled) return null
  found.scrollIntoView({ block: 'center' })
  const before = found.getBoundingClientRect()
  await new Promise((later) => setTimeout(later, 100))
  const { x, y, width, height } = found.getBoundingClientRect()
  const isStill = x === before.x && y === before.y && found.isConnected
  return width > 0 && isStill ? { x: x + width / 2, y: y + height / 2 } : null
})()`
