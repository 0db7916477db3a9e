import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
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
  // Whole before it has its name: another server of this folder reads all of it or makes its own.
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, `${token}\n`, { mode: 0o600 })
  const isOurs = await link(draft, file).then(
    () => true,
    (fault: NodeJS.ErrnoException) => {
      if (fault.code === 'EEXIST') return false
      throw fault
    },
  )
  await rm(draft)
  if (!isOurs) return (await readFile(file, 'utf8')).trim()
  show(token)
  return token
}
