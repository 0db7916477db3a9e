import { fileURLToPath } from 'node:url'
import { almanacToTable } from '@night/shared/records/facts'
import { readAlmanac } from '../almanac.ts'
import { sha256 } from '../sha256.ts'
import type { Means } from './recording.ts'

/** The almanac of this project, read once, and the hash. */
export const readMeans = async (): Promise<Means> => {
  const folder = fileURLToPath(new URL('../../data/almanac', import.meta.url))
  return { table: almanacToTable(await readAlmanac(folder)), sha256 }
}
