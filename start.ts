import { fileURLToPath } from 'node:url'
import { createServer } from '@night/server/server'
import { serverConfig } from '@night/server/config'
import { deskTokenIn } from '@night/server/desk-token'
import { workerConfig } from '@night/worker/config'
import { Replay } from '@night/shared/replay'
import { createRemedy } from '@night/shared/remedy'
import { settingsIn } from '@night/shared/settings'
import { createWorker } from '@night/worker/worker'
import { pino } from 'pino'
import { z } from 'zod'

const root = fileURLToPath(new URL('.', import.meta.url))
const Problem = z.object({ detail: z.string() })
const Demo = z.object({ DEMO: z.enum(['0', '1']).default('1') })

/** Worker and server in one process, as `npm start` has it; resolves when both are ready and has said so. */
export const start = async (environment: NodeJS.ProcessEnv) => {
  const config = serverConfig(environment, root)
  const { DEMO } = settingsIn(environment, Demo)
  const log = pino({ level: environment['LOG_LEVEL'] || 'warn' })
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  const time = { clock: { now: Date.now }, stopwatch: performance }
  const parts: { readonly close: () => Promise<void> }[] = []
  const close = async (): Promise<void> => {
    for (const part of parts.splice(0).toReversed()) await part.close()
  }
  try {
    parts.push(await createWorker({ config: workerConfig(environment, root), ...time, log }))
    const showToken = (token: string): void => say(`The desk’s token, shown once: ${token}`)
    const deskToken = config.deskToken ?? (await deskTokenIn(config.dataFolder, showToken))
    const server = await createServer({ config, deskToken, ...time, log })
    parts.push(server)
    if (server.queueBoard !== null) say(`What stands in the queues: ${server.queueBoard}`)
    const demo = demoAt(server.url, deskToken)
    if (DEMO === '0') await demo.remove()
    else say(await demo.play())
    say(`ready ${server.url}`)
    return { close }
  } catch (fault) {
    // Whoever has started us takes their Redis away next.
    await close()
    throw fault
  }
}

const recording = '2023-10-19-by-elections'
const id = 'demo'

/** Twelve minutes before Tamworth at 240 times: a newcomer sees it after three seconds, Mid Bedfordshire after twelve. */
const beginning = '2023-10-20T02:33:00+01:00'
const speed = 240

/** The Tamworth night through the front door, as anybody with the desk's token could play it. */
const demoAt = (url: string, deskToken: string) => {
  const playing = `Tamworth, 20 October 2023, plays again on the wall: ${url}/wall?night=${recording}-replay-${id}`
  const call = (path: string, method: string, body?: object) =>
    fetch(`${url}/api/replays${path}`, {
      method,
      headers: { authorization: `Bearer ${deskToken}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    }).catch((fault: Error) => {
      throw fault.cause instanceof Error && fault.cause.message === 'bad port'
        ? createRemedy(`No browser opens a page at ${url}: give it another PORT, such as 3000.`)
        : fault
    })
  return {
    /** One that was stopped halfway goes on; one that was over begins again. Answers where, or why not, in words. */
    play: async (): Promise<string> => {
      const known = await call(`/${id}`, 'GET')
      const replay = known.ok ? Replay.parse(await known.json()) : null
      if (replay && replay.position < replay.to) return playing
      const begun = replay
        ? await call(`/${id}`, 'PATCH', { position: beginning, playing: true })
        : await call('', 'POST', { id, of: recording, speed, from: beginning })
      if (begun.ok) return playing
      return `Tamworth does not play: ${Problem.parse(await begun.json()).detail}`
    },
    /** It may be there from a start before, and would play on. */
    remove: (): Promise<unknown> => call(`/${id}`, 'DELETE'),
  }
}
