import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Almanac,
  byElectionsFile,
  governmentsFile,
  parseByElections,
  parseGovernments,
} from '@night/shared/almanac'

/** The by-elections since 1945 and who governed then, from the almanac's folder. */
export const readAlmanac = async (folder: string): Promise<Almanac> => ({
  byElections: parseByElections(await readFile(join(folder, byElectionsFile), 'utf8')),
  governments: parseGovernments(await readFile(join(folder, governmentsFile), 'utf8')),
})
