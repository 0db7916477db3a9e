import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createRemedy } from '@night/shared/remedy'
import { newToken } from './access.ts'
import { Token } from './config.ts'

/**
 * The desk's token from the data folder; made at the first start, readable by its owner only, shown once. Throws a
 * remedy where none can be kept or read there. [SEC2 OPS10]
 */
export const deskTokenIn = async (
  folder: string,
  show: (token: string) => void,
): Promise<string> => {
  const file = join(folder, 'desk-token')
  const kept = await keptIn(file)
  if (kept !== null) return kept
  const token = newToken('rnd')
  if (!(await isKept(file, token).catch(cannotBe('written', file))))
    return deskTokenIn(folder, show)
  show(token)
  return token
}

/** Null where there is none. */
const keptIn = async (file: string): Promise<string | null> => {
  const text = await readFile(file, 'utf8').catch((fault: NodeJS.ErrnoException) =>
    fault.code === 'ENOENT' ? null : cannotBe('read', file)(fault),
  )
  if (text === null) return null
  const token = Token.safeParse(text.trim())
  if (token.success) return token.data
  throw createRemedy(
    `${file} holds no token: ${token.error.issues[0]?.message}. Put it back from a copy; or take the file away, and a new token is made and shown.`,
  )
}

/** False where another server of this folder was faster. */
const isKept = async (file: string, token: string): Promise<boolean> => {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  // Whole before it has its name: another server of this folder reads all of it or makes its own.
  const draft = `${file}.${randomUUID()}`
  try {
    await writeFile(draft, `${token}\n`, { mode: 0o600 })
    await link(draft, file)
    return true
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EEXIST') return false
    throw fault
  } finally {
    await rm(draft, { force: true })
  }
}

const cannotBe =
  (done: 'read' | 'written', file: string) =>
  (fault: Error): never => {
    throw createRemedy(
      `${file} cannot be ${done} (${fault.message}). Give another folder with DATA_DIR, or the token itself in DESK_TOKEN.`,
    )
  }
