import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createProgress } from '../../setup/progress.mjs'
import { isRemedy, reportError } from '../../setup/remedy.mjs'
import { noOrder } from '../support/order.ts'
import { root } from '../support/root.ts'
import { openAutopush } from './autopush.ts'
import { openDesk } from './desk.ts'
import { findFirefox } from './find-firefox.ts'
import { openFirefox } from './firefox.ts'
import { openPushHouse } from './house.ts'
import { createPhone, type Phone } from './phone.ts'
import { createSteps, table } from './steps.ts'
import { comesBack, ends, isTold, moves, subscribes } from './walk.ts'

// `npm run push`: from the front door to a notification in a real browser and back to the log, with a subscription that
// the browser made itself. Ends with 1 where a step failed, and with 2 where there was no Firefox or
// no Redis to be had: then nothing was seen.
noOrder('npm run push')
const progress = createProgress()
const { steps, step } = createSteps(() => performance.now())
const closing: (() => unknown)[] = []
const closesLast = <Part extends { close: () => unknown }>(part: Part): Part => {
  closing.unshift(part.close)
  return part
}

let phone: Phone | undefined

const walk = async (): Promise<void> => {
  const firefox = await findFirefox({ env: process.env, progress })
  const service = closesLast(await openAutopush())
  const house = closesLast(await openPushHouse(service.origin, progress))
  const desk = await openDesk(house.call)
  await step('Firefox starts with a new profile', async () => {
    const { page } = closesLast(await openFirefox(firefox, service.socketUrl))
    phone = createPhone(page, `${house.url}/my?night=${desk.night}`)
    return `Firefox ${firefox.version}`
  })
  if (!phone) return
  for (const part of [subscribes, isTold, moves, ends, comesBack])
    await part({ phone, desk, service }, step)
}

let closed: Promise<void> | undefined
const closeAll = (): Promise<void> =>
  (closed ??= (async () => {
    for (const close of closing) await close()
  })())

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void closeAll().finally(() => process.exit(130)))
try {
  await walk()
} catch (fault) {
  reportError(fault)
  process.exitCode = isRemedy(fault) ? 2 : 1
} finally {
  await closeAll()
}
process.stdout.write(table(steps))
const isKept = steps.length > 0 && steps.every((step) => step.isKept)
await mkdir(join(root, 'var'), { recursive: true })
await writeFile(join(root, 'var', 'push.json'), `${JSON.stringify({ isKept, steps }, null, 2)}\n`)
