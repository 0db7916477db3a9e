import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { Readable, Writable } from 'node:stream'
import { z } from 'zod'
import { findBrowser } from '../../setup/browser.mjs'
import { withLibraries } from '../../setup/cache.mjs'
import { createProgress } from '../../setup/progress.mjs'
import { ownFolder } from '../support/leaving.ts'
import { until } from '../support/until.ts'
import { createWire } from './wire.ts'

const switches = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--no-first-run',
  '--remote-debugging-pipe',
]
const size = { width: 1920, height: 1080 }
const Target = z.object({ targetId: z.string() })
const Session = z.object({ sessionId: z.string() })
const Evaluated = z.object({
  result: z.object({ value: z.unknown() }),
  exceptionDetails: z.unknown().optional(),
})

/**
 * One page that nobody listens to. What drives browsers for tests has the page report each message of its sockets and
 * each request, on the very thread that is measured.
 */
export const openBarePage = async () => {
  const { executable, libraryPath, env } = await findBrowser({
    env: process.env,
    progress: createProgress(),
  })
  const folder = await ownFolder('night-page-')
  const child = spawn(executable, [...switches, `--user-data-dir=${folder}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    env: { ...withLibraries(process.env, libraryPath), ...env },
  })
  const [, , , into, out] = child.stdio
  if (!(into instanceof Writable && out instanceof Readable)) throw new Error('There is no pipe')
  const ask = createWire(into, out)
  const { targetId } = Target.parse(
    await ask('Target.createTarget', { url: 'about:blank', ...size }),
  )
  const { sessionId } = Session.parse(
    await ask('Target.attachToTarget', { targetId, flatten: true }),
  )
  const send = (method: string, params: object = {}) => ask(method, params, sessionId)
  const evaluate = async (expression: string): Promise<unknown> => {
    const how = { expression, awaitPromise: true, returnByValue: true }
    const { result, exceptionDetails } = Evaluated.parse(await send('Runtime.evaluate', how))
    if (exceptionDetails) throw new Error(`The page threw: ${JSON.stringify(exceptionDetails)}`)
    return result.value
  }
  return {
    send,
    evaluate,
    /** Resolves when this page, and not the one before, has what is looked for. */
    goto: async (url: string, selector: string): Promise<void> => {
      await evaluate('globalThis.isOld = true')
      await send('Page.navigate', { url })
      const isThere = `!globalThis.isOld && document.querySelector('${selector}') !== null`
      // While the page changes there is nobody to ask.
      await until(`${url} is there`, () => evaluate(isThere).catch(() => false))
    },
    close: async (): Promise<void> => {
      const ended = once(child, 'exit')
      await ask('Browser.close', {})
      await ended
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
export type BarePage = Awaited<ReturnType<typeof openBarePage>>
