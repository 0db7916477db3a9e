import { nightKeys } from '@night/shared/names'
import { Replay } from '@night/shared/replay'
import { caller } from '../../support/call.ts'
import { until } from '../../support/until.ts'
import { correctionOf } from './correction.ts'
import { createSender } from './sender.ts'
import { recording, type Stand } from './stand.ts'

const patience = 120_000

/** The same recording is replayed as fast as it goes while the live night is put right; the two have nothing in common. */
export const correctDuringReplay = async (stand: Stand): Promise<void> => {
  const { found, redis } = stand
  const [url = ''] = stand.urls
  const body = { of: recording, speed: 'max' }
  const { night } = Replay.parse((await caller(url)('POST', '/api/replays', body)).body)
  const { log } = nightKeys('replay', night)
  const recorded = await fileOf(url, recording)
  const whole = eventsIn(recorded)
  const first = await until(
    'something live stands, and the replay is under way',
    async () =>
      (await redis.xlen(log)) > 20 &&
      (await stand.logNow()).find((event) => event.kind === 'declared'),
    patience,
  )
  await createSender(stand).send(correctionOf(first))
  found('still to be replayed when the live night was put right', whole - (await redis.xlen(log)))
  await until('the replay is over', async () => (await redis.xlen(log)) >= whole, patience)
  const played = await fileOf(url, night)
  found('bytes of the recording', Buffer.byteLength(recorded))
  found('lines of the replay that are others', different(recorded, played))
  const corrected = (await stand.logNow()).filter(({ kind }) => kind === 'corrected')
  found('corrections of the live night', corrected.length)
}

const fileOf = async (url: string, night: string): Promise<string> =>
  (await fetch(`${url}/api/nights/${night}/night.ndjson`)).text()

/** The file's first line is the night, and what follows its events. */
const eventsIn = (file: string): number => file.trimEnd().split('\n').length - 1

const different = (one: string, other: string): number => {
  const [lines, others] = [one.split('\n'), other.split('\n')]
  const length = Math.max(lines.length, others.length)
  return Array.from({ length }, (_, place) => lines[place] !== others[place]).filter(Boolean).length
}
