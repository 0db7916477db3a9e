import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { createProgress } from '../../setup/progress.mjs'
import { isRemedy, reportError } from '../../setup/remedy.mjs'
import { orderOf } from '../support/order.ts'
import { root } from '../support/root.ts'
import { findProxy } from './find-proxy.ts'
import { reportOf, tableOf } from './report.ts'
import { runRolling } from './run.ts'
import { createEndings, openStand } from './stand.ts'

// `npm run rolling`: three servers behind a real proxy with the configuration of docs/proxy, two workers, 500 clients,
// the night of 2019 at sixty times; every server and worker is restarted in turn, again and again. Ends with 1 where a
// promise was broken, and with 2 where there was no proxy or no Redis to be had: then nothing was seen.
const Order = z.strictObject({
  proxy: z.enum(['nginx', 'haproxy']).default('nginx'),
  speed: z.coerce.number().positive().default(60),
  clients: z.coerce.number().int().min(100).max(2000).multipleOf(100).default(500),
  most: z.coerce.number().int().min(1).default(1000),
})
const text = { type: 'string' } as const
const options = orderOf({
  options: { proxy: text, speed: text, clients: text, most: text },
  schema: Order,
  usage:
    'npm run rolling -- [--proxy nginx|haproxy] [--speed <n>] [--clients <hundreds>] [--most <n>]',
})
const recording = '2019-12-12-general-election'
const progress = createProgress()
const endings = createEndings()

const run = async (): Promise<void> => {
  const proxy = await findProxy(options.proxy, { env: process.env, progress })
  const stand = await openStand({ ...options, proxy, recording, progress }, endings)
  const ran = `${proxy.name} ${proxy.version}, ${options.clients} clients, ${options.speed} times`
  process.stdout.write(`${ran}\n`)
  const report = reportOf(await runRolling(stand, { ...options, recording }))
  process.stdout.write(tableOf(report))
  await mkdir(join(root, 'var'), { recursive: true })
  const text = JSON.stringify({ ...options, version: proxy.version, ...report }, null, 2)
  await writeFile(join(root, 'var', 'rolling.json'), `${text}\n`)
  if (!report.isKept) process.exitCode = 1
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void endings.now().finally(() => process.exit(130)))
try {
  await run()
} catch (fault) {
  reportError(fault)
  process.exitCode = isRemedy(fault) ? 2 : 1
} finally {
  await endings.now()
}
