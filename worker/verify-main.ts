import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand, say } from './import/console.ts'
import { connect, fileSource, nightsThere, recordedSource, redisSource } from './verify-sources.ts'
import { verifyWords } from './verify-words.ts'
import { verify } from './verify.ts'

const { REDIS_URL, DATA_DIR = './var' } = process.env
const root = fileURLToPath(new URL('..', import.meta.url))
const folders = [join(DATA_DIR, 'nights'), join(root, 'data', 'nights')]

const usage = 'npm run verify -- <night>, or a night’s folder, a log.ndjson or a night.ndjson.'

await runCommand(async () => {
  const [wanted = '', ...more] = process.argv.slice(2)
  if (more.length > 0) throw new Error(`One log at a time: ${usage}`)
  const isPath = /[./]/.test(wanted)
  const redis = REDIS_URL && !isPath ? await connect(REDIS_URL) : null
  const found = isPath
    ? await fileSource(wanted)
    : ((redis && (await redisSource(redis, wanted))) ?? (await recordedSource(folders, wanted)))
  const nights = found ? [] : await nightsThere(folders, redis)
  redis?.disconnect()
  if (!found) {
    const trouble = wanted === '' ? usage : `There is no night “${wanted}”.`
    say(`${trouble} The nights there are:\n${nights.map((name) => `  ${name}`).join('\n')}`)
    return 1
  }
  const verdict = verify(found.entries, found.written)
  process.stdout.write(`${found.name}: ${verifyWords(verdict)}\n`)
  return verdict.kind === 'whole' ? 0 : 1
})
