import { mkdir, open, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lastLines, runCommand } from '../../../setup/command.mjs'
import { until } from '../../support/until.ts'
import { ofKind } from '../reading.ts'
import { noted } from './disturbances.ts'
import type { LayGround } from './ground.ts'
import type { Stand } from './stand.ts'

const mega = 1_000_000
/** A house takes nothing below 200 MB: so much, and a little more. */
const size = 240 * mega

const mounted = async (...command: readonly [string, ...string[]]): Promise<void> => {
  const { code, complaint } = await runCommand(command)
  if (code !== 0) throw new Error(`${command.join(' ')}: ${lastLines(complaint, 3)}`)
}

/** Redis has a small disk of its own, which fills and is emptied for real. */
export const smallDisk: LayGround = async (server, folder) => {
  const place = join(folder, 'redis')
  await mkdir(place, { mode: 0o700 })
  await mounted('mount', '-t', 'tmpfs', '-o', `size=${size},mode=700`, 'tmpfs', place)
  return { server, leave: () => mounted('umount', place) }
}

/** First there is little room, which the house sees; then none from one moment to the next, which Redis sees first. */
export const fillDisk = async (stand: Stand): Promise<void> => {
  const disk = join(stand.folder, 'redis')
  await underLoad(stand)
  await noted(stand, { fault: 'disk-full', of: 'redis, nearly' }, async () => {
    await leave(disk, 150 * mega)
    await turnedAway(stand, 'disk-full')
    if (stand.redisRestarts() > 0) throw new Error('Redis ended although there was room.')
    await sleep(2000)
    await empty(disk)
  })
  await underLoad(stand)
  await noted(stand, { fault: 'disk-full', of: 'redis' }, async () => {
    const since = Date.now()
    await leave(disk, 0)
    await until('Redis ends again and again', () => stand.redisRestarts() >= 4, 60_000)
    await turnedAway(stand, 'redis-away')
    await sleep(4000)
    stand.found('full for, s', (Date.now() - since) / 1000)
    await empty(disk)
  })
  const since = Date.now()
  await underLoad(stand)
  stand.found('taken again after, s', (Date.now() - since) / 1000)
  stand.found('starts of Redis while it was full', stand.redisRestarts())
  await everybodyAnswered(stand)
}

/** By the answers alone: a Redis that never came back would be asked for ever. */
const underLoad = async ({ history }: Stand): Promise<void> => {
  const taken = async (): Promise<number> => ofKind(await history(), 'ack').length
  const before = await taken()
  await until('declarations are taken', async () => (await taken()) > before + 9, 60_000)
}

const ballast = 'ballast'

/** Fills a disk until so many bytes are free. */
const leave = async (disk: string, free: number): Promise<void> => {
  const file = await open(join(disk, ballast), 'a')
  try {
    for (const block of [mega, 4096]) {
      const zeros = Buffer.alloc(block)
      while ((await room(disk)) > free && (await file.write(zeros)).bytesWritten === block);
    }
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'ENOSPC')) throw fault
  } finally {
    await file.close()
  }
}

const room = async (disk: string): Promise<number> => {
  const { bavail, bsize } = await statfs(disk)
  return bavail * bsize
}

const empty = (disk: string): Promise<void> => rm(join(disk, ballast))

const turnedAway = (stand: Stand, code: string): Promise<boolean> => {
  const times = async (): Promise<number> =>
    ofKind(await stand.history(), 'turned-away').filter((line) => line.code === code).length
  const before = times()
  return until(
    `somebody is turned away with ${code}`,
    async () => (await times()) > (await before),
    20_000,
  )
}

/** All servers were there all the time: nobody may have gone without an answer, or with one that says nothing. */
const everybodyAnswered = async (stand: Stand): Promise<void> => {
  const lines = await stand.history()
  const turned = ofKind(lines, 'turned-away')
  const silent = ofKind(lines, 'submit').length - ofKind(lines, 'ack').length - turned.length
  const count = (one: string): number => turned.filter(({ code }) => code === one).length
  const [full, away] = [count('disk-full'), count('redis-away')]
  stand.found('answers disk-full', full)
  stand.found('answers redis-away', away)
  const odd = turned.find(({ code }) => code !== 'disk-full' && code !== 'redis-away')
  if (odd) throw new Error(`Somebody was turned away with “${odd.code}”.`)
  // One may be on its way.
  if (silent > 1) throw new Error(`${silent} attempts had no answer.`)
}
