import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { alertKeys, nightKeys } from '@night/shared/names'
import { logFile, nightFile, parseLog, parseNight } from '@night/shared/recorded'
import { NightEvent, type ResultEvent } from '@night/shared/event'
import { nightName, october, resultToDeclaration, tamworth } from '../../support/night.ts'
import { expectedOf, mixedRules, nothingOn, toldAtOnce } from '../../support/mixed-rules.ts'
import { noOrder } from '../../support/order.ts'
import { root } from '../../support/root.ts'
import { subscribe } from '../../support/subscribers.ts'
import { until } from '../../support/until.ts'
import { openAlertHouse } from './house.ts'
import { openPhones, type Phone } from '../../support/phones.ts'

// `npm run alerts`: 300 phones with mixed rules through the night of 4 July 2024, as fast as it can be declared,
// while workers are killed and a fifth of the events is matched twice; and how long Tamworth takes to 300 phones.
noOrder('npm run alerts')
const phonesCount = 300
const kills = 5
const july = '2024-07-04-general-election'

type House = Awaited<ReturnType<typeof openAlertHouse>>
type Service = Awaited<ReturnType<typeof openPhones>>

const recorded = async (night: string) => {
  const folder = join(root, 'data', 'nights', night)
  const definition = parseNight(await readFile(join(folder, nightFile), 'utf8'))
  const log = parseLog(await readFile(join(folder, logFile), 'utf8'))
  const results = log.filter((event): event is ResultEvent => event.kind === 'declared')
  return { definition, declarations: results.map(resultToDeclaration) }
}

const openLive = async ({ call }: House, from: string): Promise<string> => {
  const id = nightName()
  await call('POST', '/api/nights', { id, mode: 'live', from })
  const scope = { name: 'Second person', role: 'editor', nights: [id] }
  const { body } = await call('POST', '/api/officers', scope)
  const token = String(Object(body).token)
  for (const person of [call, call.as(token)])
    await person('POST', `/api/nights/${id}/arming`, { phrase: `GO LIVE ${id}` })
  return id
}

const subscribeAll = async (
  { redis }: House,
  phones: readonly Phone[],
  { night, rulesOf }: { night: string; rulesOf: (place: number) => object },
): Promise<void> => {
  for (const [place, { subscription }] of phones.entries()) {
    const channel = { type: 'webpush', subscription } as const
    await subscribe(redis, { night, mode: 'live', channel, rules: rulesOf(place) })
  }
}

/** Milliseconds from the POST to the first, the median and the last phone. */
const timeTamworth = async (house: House, phones: readonly Phone[]) => {
  const night = await openLive(house, october)
  const only = { ...nothingOn, seats: [tamworth] }
  await subscribeAll(house, phones, { night, rulesOf: () => only })
  const { declarations } = await recorded(october)
  const declaration = declarations.find(({ constituency }) => constituency === tamworth)
  // Its matcher has to have seen the night before the clock starts, as on any night.
  await until('the night is matched', async () =>
    house.redis.exists(alertKeys('live', night).place),
  )
  const startedAt = performance.now()
  await house.call('POST', `/api/nights/${night}/declarations`, declaration)
  await until('every phone has it', () => phones.every(({ came }) => came.length > 0))
  const times = phones.map(({ came }) => (came[0]?.at ?? 0) - startedAt).toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(times[Math.floor(share * (times.length - 1))] ?? 0)
  return { first: at(0), median: at(0.5), last: at(1), title: phones[0]?.came[0]?.message.title }
}

/** Sets matching back by one event, as if that event were delivered again. */
const matchAgain = async ({ redis }: House, night: string): Promise<void> => {
  const { place } = alertKeys('live', night)
  const text = await redis.get(place)
  if (text === null) return
  const now = JSON.parse(text)
  if (now.seq < 3) return
  const [entry] = await redis.xrange(
    nightKeys('live', night).log,
    `${now.seq - 1}-0`,
    `${now.seq - 1}-0`,
  )
  const hash = entry?.[1][entry[1].indexOf('hash') + 1]
  await redis.set(
    place,
    JSON.stringify({ ...now, seq: now.seq - 1, hash, version: now.version + 1 }),
  )
}

/** A push is with the phone, and both workers die before they can know. */
const killBetweenSendAndMark = async ({ workers }: House, service: Service): Promise<void> => {
  await service.silence()
  await Promise.all(workers.map((worker) => worker.kill()))
  service.resume()
  await Promise.all(workers.map((worker) => worker.start()))
}

const tellTheNight = async (house: House, service: Service) => {
  const { phones } = service
  const { definition, declarations } = await recorded(july)
  const night = await openLive(house, july)
  await subscribeAll(house, phones, { night, rulesOf: (place) => mixedRules(definition, place) })
  const startedAt = performance.now()
  let again = 0
  for (const [place, declaration] of declarations.entries()) {
    await house.call('POST', `/api/nights/${night}/declarations`, declaration)
    if (place % 5 === 0) {
      await matchAgain(house, night)
      again += 1
    }
    if (place % 130 === 65) {
      await killBetweenSendAndMark(house, service)
      process.stderr.write(
        `\r${place} of ${declarations.length} declared, the workers were killed `,
      )
    }
  }
  const { log, pending } = nightKeys('live', night)
  const decided = () =>
    until('all is decided', async () => (await house.redis.scard(pending)) === 0, 240_000)
  await decided()
  await house.call('POST', `/api/nights/${night}/closing`, {})
  await decided()
  const { due, place } = alertKeys('live', night)
  const seq = await house.redis.xlen(log)
  await until(
    'all is matched',
    async () => JSON.parse((await house.redis.get(place)) ?? '{}').seq === seq,
    240_000,
  )
  const matchedAfter = (performance.now() - startedAt) / 1000
  await until('all is sent', async () => (await house.redis.zcard(due)) === 0, 240_000)
  const seconds = (performance.now() - startedAt) / 1000
  const events = (await house.redis.xrange(log, '-', '+')).map(([, fields]) =>
    NightEvent.parse(JSON.parse(fields[fields.indexOf('event') + 1] ?? '')),
  )
  const moments = toldAtOnce(definition, events)
  const faults = phones.map(({ timesById }, index) => {
    const expected = new Set(expectedOf(moments, mixedRules(definition, index)))
    const missing = [...expected].filter((id) => !timesById.has(id))
    const foreign = [...timesById.keys()].filter((id) => !expected.has(id))
    return { missing: missing.length, foreign: foreign.length }
  })
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
  const shown = sum(phones.map(({ timesById }) => timesById.size))
  const pushes = sum(phones.map(({ timesById }) => sum([...timesById.values()])))
  const gainsOnly = phones
    .filter((_, index) => index % 6 === 0)
    .map(({ timesById }) => timesById.size)
  return {
    seconds: Math.round(seconds),
    matchedAfter: Math.round(matchedAfter),
    kills,
    matchedAgain: again,
    alerts: shown,
    sentAgainWithTheSameId: pushes - shown,
    missing: sum(faults.map(({ missing }) => missing)),
    notWanted: sum(faults.map(({ foreign }) => foreign)),
    mostForGainsOnly: Math.max(...gainsOnly),
  }
}

const table = (title: string, rows: Readonly<Record<string, unknown>>): string =>
  [
    title,
    ...Object.entries(rows).map(([name, value]) => `  ${name.padEnd(24)} ${String(value)}`),
    '',
  ].join('\n')

const measured = async () => {
  const first = await openPhones(phonesCount)
  const house = await openAlertHouse(first.origin)
  try {
    const tamworthTimes = await timeTamworth(house, first.phones)
    for (const phone of first.phones) {
      phone.came.length = 0
      phone.timesById.clear()
    }
    return {
      phones: phonesCount,
      tamworth: tamworthTimes,
      night: await tellTheNight(house, first),
    }
  } finally {
    await house.close()
    first.close()
  }
}

const figures = await measured()
process.stderr.write('\n')
process.stdout.write(table('Tamworth, milliseconds from POST to phone', figures.tamworth))
process.stdout.write(table('The night of 4 July 2024', figures.night))
await mkdir(join(root, 'var'), { recursive: true })
await writeFile(join(root, 'var', 'alerts.json'), `${JSON.stringify(figures, null, 2)}\n`)
if (figures.night.missing + figures.night.notWanted > 0) process.exitCode = 1
