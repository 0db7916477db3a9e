import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRecordings } from '@night/server/recordings'
import { writeFolder } from '@night/worker/import/folder'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { definitionOf, october, recordedLog } from '../support/night.ts'

const openFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'night-recordings-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const lines: string[] = []
  const log = pino({ level: 'warn' }, { write: (line) => void lines.push(line) })
  return { folder, lines, recordings: createRecordings([folder], log) }
}

test('[FEED20] a folder that is no night takes no other from the list, and is said once', async () => {
  const { folder, lines, recordings } = await openFolder()
  await writeFolder(folder, { definition: await definitionOf(october), log: [] })
  await mkdir(join(folder, 'backup-old'))
  const names = async () => (await recordings.list()).map(({ definition }) => definition.id)
  expect([await names(), await names()]).toEqual([[october], [october]])
  expect(lines.filter((line) => line.includes('"night":"backup-old"'))).toHaveLength(1)
})

test('[FEED20] a night that is being written is listed when it is whole, and has all of its log', async () => {
  const { folder, recordings } = await openFolder()
  const night = { definition: await definitionOf(october), log: await recordedLog(october) }
  await mkdir(join(folder, october))
  await writeFile(join(folder, october, 'night.json.draft'), '{')
  expect(await recordings.list()).toEqual([])
  const writing = writeFolder(folder, night)
  let seen = await recordings.list()
  while (seen.length === 0) seen = await recordings.list()
  await writing
  expect(seen[0]?.events).toHaveLength(night.log.length)
})
