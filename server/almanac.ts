import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  byElectionsFile,
  governmentsFile,
  parseByElections,
  parseGovernments,
} from '@night/shared/almanac'
import { almanacToTable, type Table } from '@night/shared/records/facts'

/** The almanac's folder, ready to be asked what would be a record. */
export const readTable = async (folder: string): Promise<Table> =>
  almanacToTable({
    byElections: parseByElections(await readFile(join(folder, byElectionsFile), 'utf8')),
    governments: parseGovernments(await readFile(join(folder, governmentsFile), 'utf8')),
  })
