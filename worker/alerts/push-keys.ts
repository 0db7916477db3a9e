import { createECDH } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pushKeyKey } from '@night/shared/names'
import type { Logger } from 'pino'
import { z } from 'zod'
import { newPushKeys, type PushKeys } from './vapid.ts'

/** Whether web push is sent, and why not, in words. */
export type Push =
  | { readonly state: 'on'; readonly keys: PushKeys }
  | { readonly state: 'off'; readonly why: string }

type Redis = {
  readonly get: (key: string) => Promise<string | null>
  readonly set: (key: string, value: string, only: 'NX') => Promise<unknown>
  readonly del: (key: string) => Promise<unknown>
}

type Parts = {
  readonly folder: string
  readonly subject: string | null
  readonly redis: Redis
  readonly log: Logger
}

const base64url = (length: number) => z.string().regex(new RegExp(`^[\\w-]{${length}}$`))

/** The file `push-keys.json`: the two halves have to belong together. */
const KeyPair = z
  .strictObject({ publicKey: base64url(87), privateKey: base64url(43) })
  .refine(({ publicKey, privateKey }) => publicHalf(privateKey) === publicKey)
type KeyPair = z.infer<typeof KeyPair>

/**
 * The pair that web push is signed with, made at the first start and kept in the data folder; its public half is
 * published for browsers. Every worker of a house has the same pair, since a browser subscribes to one. [ALR28]
 */
export const openPush = async (parts: Parts): Promise<Push> => {
  const { subject, redis, log } = parts
  if (subject === null) {
    await redis.del(pushKeyKey)
    return { state: 'off', why: 'VAPID_SUBJECT is not set.' }
  }
  const file = join(parts.folder, 'push-keys.json')
  const pair = await pairIn(file, async () => (await redis.get(pushKeyKey)) === null)
  if (typeof pair === 'string') return off(log, pair)
  await redis.set(pushKeyKey, pair.publicKey, 'NX')
  if ((await redis.get(pushKeyKey)) !== pair.publicKey) return off(log, otherPair)
  return { state: 'on', keys: { subject, ...pair } }
}

const off = (log: Logger, why: string): Push => {
  log.error({ why }, 'web push is off')
  return { state: 'off', why }
}

/** The pair in a file, made where there is none and `mayMake`; else what is wrong, and what to do. */
const pairIn = async (file: string, mayMake: () => Promise<boolean>): Promise<KeyPair | string> => {
  const text = await textOf(file)
  if (text !== null) return read(text)
  if (await mayMake()) return make(file)
  // Another worker of this folder may have made and published it since.
  const made = await textOf(file)
  return made === null ? otherPair : read(made)
}

const textOf = (file: string): Promise<string | null> =>
  readFile(file, 'utf8').catch((fault: NodeJS.ErrnoException) =>
    fault.code === 'ENOENT' ? null : '',
  )

const read = (text: string): KeyPair | string => {
  try {
    return KeyPair.safeParse(JSON.parse(text)).data ?? unreadable
  } catch {
    return unreadable
  }
}

const make = async (file: string): Promise<KeyPair | string> => {
  const pair = newPushKeys()
  // Whole before it has its name, so that another worker never reads half of it.
  const draft = `${file}.${pair.publicKey.slice(0, 12)}`
  const fault = await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    .then(() => writeFile(draft, `${JSON.stringify(pair)}\n`, { mode: 0o600 }))
    .then(() => link(draft, file))
    .then(() => null, faultCode)
  await rm(draft, { force: true })
  if (fault === null) return pair
  // Another worker of this folder was faster.
  return fault === 'EEXIST' ? read(await readFile(file, 'utf8')) : `${notWritable} (${fault})`
}

const faultCode = (fault: NodeJS.ErrnoException): string => fault.code ?? String(fault)

const publicHalf = (privateKey: string): string | null => {
  const curve = createECDH('prime256v1')
  try {
    curve.setPrivateKey(privateKey, 'base64url')
    return curve.getPublicKey('base64url')
  } catch {
    return null
  }
}

const otherPair =
  'Another worker of this house signs with other keys. Copy push-keys.json from its data folder into this one and start again. If that file is lost, delete {house}:push-key in Redis and start again; every phone then has to ask for alerts anew.'
const unreadable =
  'push-keys.json in the data folder cannot be read or holds no key pair. Put it back from a copy.'
const notWritable = 'push-keys.json cannot be written into the data folder'
