import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const endings = new Set<() => void>()
process.once('exit', () => {
  for (const end of endings) end()
})

/** Is done when this process ends, in whatever order but that of a kill. */
export const whenLeaving = (end: () => void): void => void endings.add(end)

let listens = false

/** Where nobody listens a signal ends a process at once, and what it has started goes on. */
const leaveOnSignals = (): void => {
  if (listens) return
  listens = true
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
}

/** A folder for a program at a terminal, which leaves neither it nor what it has started when a signal ends it. */
export const ownFolder = async (name: string): Promise<string> => {
  leaveOnSignals()
  const folder = await mkdtemp(join(tmpdir(), name))
  whenLeaving(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}
