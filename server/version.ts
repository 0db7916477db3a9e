import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Stopwatch } from '@night/shared/time'
import { sha256 } from './sha256.ts'

/** Milliseconds in which a new build is noticed. */
const lasts = 1000

/** What the built screens are called, for all who ask at about the same time. */
export const createVersion = (folder: string, stopwatch: Stopwatch): (() => Promise<string>) => {
  let last: { readonly at: number; readonly version: Promise<string> } | null = null
  return () => {
    const now = stopwatch.now()
    if (last === null || now - last.at >= lasts) last = { at: now, version: builtVersion(folder) }
    return last.version
  }
}

/** Names the screens that are built: their pages hold the names of all they load, which change with what they load. */
const builtVersion = async (folder: string): Promise<string> => {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const pages = names
    .filter((name) => name.endsWith('index.html'))
    .toSorted((a, b) => (a < b ? -1 : 1))
  const texts = await Promise.all(pages.map((name) => readFile(join(folder, name), 'utf8')))
  return sha256(texts.join('\n')).slice(0, 16)
}
