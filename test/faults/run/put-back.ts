import { mkdir, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Backup, readBackup } from '../../../setup/backup-form.mjs'
import { runCommand } from '../../../setup/command.mjs'
import type { Random } from '@night/worker/rehearsal/random'
import { present } from '../../support/present.ts'
import { resultToDeclaration } from '../../support/night.ts'
import { root } from '../../support/root.ts'
import { until } from '../../support/until.ts'
import { isResult } from '../reading.ts'
import { noted } from './disturbances.ts'
import { createSender } from './sender.ts'
import type { Stand } from './stand.ts'

/** Backed up as it runs; it goes on; all is stopped, the backup put in its place, and all started again. */
export const putBack = async (stand: Stand, random: Random): Promise<void> => {
  await grown(stand, 40)
  const folder = (await ofTheHouse(stand, 'backup')).trim()
  const backup = await readBackup(folder)
  await grown(stand, 40)
  const lost = await noted(stand, { fault: 'rollback', of: 'the house' }, () =>
    restore(stand, { folder, backup }),
  )
  stand.found('events in the backup', present(backup.nights[0]).seq)
  stand.found('events rolled back', lost.length)
  // Half of the halls are called and declare again.
  const again = lost.filter(isResult).filter(() => random() < 0.5)
  const sender = createSender(stand)
  for (const event of again) await sender.send(resultToDeclaration(event))
  stand.found('declared again', again.length)
  await grown(stand, 10)
  const words = 'screens hold what this log does not'
  const times = stand.saidByServers.map(
    (lines) => lines.filter((line) => line.includes(words)).length,
  )
  if (times.some((count) => count !== 1))
    throw new Error(`“${words}” was logged ${times.join(' and ')} times.`)
}

const grown = async ({ redis, keys }: Stand, by: number): Promise<void> => {
  const before = await redis.xlen(keys.log)
  await until('the log grows', async () => (await redis.xlen(keys.log)) >= before + by, 60_000)
}

/** One of the house's own programs for its data folder, as a person runs it; gives what it answers. */
const ofTheHouse = async (
  { folder }: Stand,
  program: string,
  ...words: string[]
): Promise<string> => {
  const env = { ...process.env, REDIS_URL: '', DATA_DIR: folder }
  const path = join('setup', `${program}.mjs`)
  const outcome = await runCommand([process.execPath, path, ...words], { cwd: root, env })
  if (outcome.code === 0) return outcome.output
  throw new Error(`npm run ${program}: ${outcome.complaint}`)
}

/** Gives what was in the log and is not in the one that was put back. */
const restore = async (
  stand: Stand,
  { folder, backup }: { readonly folder: string; readonly backup: Backup },
) => {
  const { note, head, night, redis, keys } = stand
  const house = [...stand.servers, ...stand.workers]
  for (const program of house) program.signal('SIGTERM')
  await Promise.all(house.map((program) => program.ended()))
  const events = await stand.logNow()
  const waiting = await redis.scard(keys.pending)
  note({ ...head(), kind: 'final', night, mode: 'live', events, waiting })
  await stand.withoutRedis(async () => {
    await putAside(stand)
    await ofTheHouse(stand, 'restore', folder)
  })
  const { seq, hash } = present(backup.nights[0])
  note({ ...head(), kind: 'restored', night, seq, hash, asOf: Date.parse(backup.at) })
  await Promise.all(house.map((program) => program.start()))
  return events.slice(seq)
}

/** As the words of a restore that would write over something say. */
const putAside = async ({ folder }: Stand): Promise<void> => {
  const aside = join(folder, 'before-restore')
  await mkdir(aside)
  for (const name of ['redis', 'desk-token', 'push-keys.json', 'nights'])
    if (await isThere(join(folder, name))) await rename(join(folder, name), join(aside, name))
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
