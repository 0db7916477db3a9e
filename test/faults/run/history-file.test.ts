import { appendFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { run } from '../good-lines.ts'
import { createHistoryFile } from './history-file.ts'

test('[FLT4] a history is read on while it is written: each line once, half a line later, and the line that is none by its number', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'night-history-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = createHistoryFile(join(folder, 'history.ndjson'))
  expect(await file.read()).toEqual([])
  const line = (t: number) => ({ ...run(t), kind: 'stalled' }) as const
  file.note(line(1))
  file.note(line(2))
  const places = async () => (await file.read()).map(({ at, t }) => [at, t])
  expect(await Promise.all([places(), places()])).toEqual([
    [
      [1, 1],
      [2, 2],
    ],
    [
      [1, 1],
      [2, 2],
    ],
  ])
  const text = `${JSON.stringify(line(3))}\n`
  appendFileSync(file.path, text.slice(0, 9))
  expect(await places()).toHaveLength(2)
  appendFileSync(file.path, text.slice(9))
  expect((await places()).at(-1)).toEqual([3, 3])
  appendFileSync(file.path, 'none\n')
  await expect(file.read()).rejects.toThrow(/^Line 4 of the history/)
})
