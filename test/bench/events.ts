import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { emptyHead, link } from '@night/shared/chain'
import { NightEvent } from '@night/shared/event'
import { logFile } from '@night/shared/recorded'
import { sha256 } from '@night/worker/sha256'
import { root } from '../support/root.ts'

export const recording = '2019-12-12-general-election'

/** The events of the recorded night as those of another night: what it says, in a chain of its own, so many of them. */
export const eventsOf = async (night: string, count: number): Promise<NightEvent[]> => {
  const text = await readFile(join(root, 'data', 'nights', recording, logFile), 'utf8')
  const recorded = text
    .trimEnd()
    .split('\n')
    .map((line) => NightEvent.parse(JSON.parse(line)))
    .filter(({ kind }) => kind !== 'closed')
  const [opened, ...declared] = recorded
  const events: NightEvent[] = []
  for (let place = 0; place < count; place += 1) {
    const event = place === 0 ? opened : declared[(place - 1) % declared.length]
    if (!event) throw new Error(`${recording} is empty.`)
    const { seq: _seq, hash: _hash, ...rest } = event
    const linked = link(events.at(-1) ?? emptyHead, { ...rest, night, mode: 'rehearsal' }, sha256)
    events.push(NightEvent.parse(linked))
  }
  return events
}

/** As the servers of the comparison are given them: one event a line. */
export const readEvents = async (file: string): Promise<string[]> =>
  (await readFile(file, 'utf8')).trimEnd().split('\n')
