import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from './sha256.ts'

/** Names the screens that are built: their pages hold the names of all they load, which change with what they load. */
export const builtVersion = async (folder: string): Promise<string> => {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const pages = names
    .filter((name) => name.endsWith('index.html'))
    .toSorted((a, b) => (a < b ? -1 : 1))
  const texts = await Promise.all(pages.map((name) => readFile(join(folder, name), 'utf8')))
  return sha256(texts.join('\n')).slice(0, 16)
}
