import { join } from 'node:path'
import { almanacToTable, type Table } from '@night/shared/records/facts'
import { readAlmanac } from '@night/worker/almanac'
import { root } from './root.ts'

/** The project's own almanac, ready to be asked. */
export const readTable = async (): Promise<Table> =>
  almanacToTable(await readAlmanac(join(root, 'data', 'almanac')))

/** No by-elections at all: for what does not depend on them. */
export const emptyTable: Table = { entries: [], queries: [] }
