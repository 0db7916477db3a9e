import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  ByElection,
  byElectionsFile,
  contestsFile,
  Government,
  governmentsFile,
} from '@night/shared/almanac'
import { replace } from '../folder.ts'
import type { MadeAlmanac } from './almanac.ts'
import { Contested } from './contested.ts'
import { governments } from './governments.ts'

const linesOf = (records: readonly unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('')

/** Writes the almanac's three files into `out`, one record a line, over those that are there. Each record is checked. */
export const writeAlmanac = async (
  out: string,
  { byElections, contests }: MadeAlmanac,
): Promise<string> => {
  const texts = {
    [byElectionsFile]: linesOf(byElections.map((record) => ByElection.parse(record))),
    [contestsFile]: linesOf(contests.map((record) => Contested.parse(record))),
    [governmentsFile]: linesOf(governments.map((record) => Government.parse(record))),
  }
  await mkdir(out, { recursive: true })
  for (const [file, text] of Object.entries(texts)) await replace(join(out, file), text)
  return out
}
