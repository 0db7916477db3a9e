import { runCommand } from './import/console.ts'
import { connect, nightsThere, redisSource } from './verify-sources.ts'
import { verifyWords } from './verify-words.ts'
import { verify } from './verify.ts'

const { REDIS_URL = '' } = process.env

/** How far the log of each open night goes, and whether its chain is whole, as one line of JSON. [BAK1] */
await runCommand(async () => {
  const redis = await connect(REDIS_URL)
  const sources = (await nightsThere([], redis)).map((id) => redisSource(redis, id))
  const nights = (await Promise.all(sources)).filter((kept) => kept !== null)
  redis.disconnect()
  const heads = nights.map(({ name, entries, written }) => {
    const verdict = verify(entries, written)
    const { place = 0, hash = '' } = entries.at(-1) ?? {}
    const isWhole = verdict.kind === 'whole'
    return { name, seq: place, hash, isWhole, words: verifyWords(verdict) }
  })
  process.stdout.write(`${JSON.stringify(heads)}\n`)
  return 0
})
