import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newToken } from './access.ts'

/** The desk's token from the data folder; made at the first start, readable by its owner only, shown once. [SEC2] */
export const deskTokenIn = async (
  folder: string,
  show: (token: string) => void,
): Promise<string> => {
  const file = join(folder, 'desk-token')
  const kept = await readFile(file, 'utf8').catch(() => null)
  if (kept !== null) return kept.trim()
  const token = newToken('rnd')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(file, `${token}\n`, { mode: 0o600, flag: 'wx' })
  show(token)
  return token
}
