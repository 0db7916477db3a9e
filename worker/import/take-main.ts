import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runCommand, say } from './console.ts'
import { writeFolder } from './folder.ts'
import { readMeans } from './means.ts'
import { takeNight } from './night-file.ts'

const usage = 'npm run take -- <night.ndjson, or the address of one> [--out <folder>]'

const dataFolder = process.env['DATA_DIR'] || './var'

const read = async (source: string): Promise<string> => {
  if (!/^https?:/.test(source)) return readFile(source, 'utf8')
  const response = await fetch(source, { signal: AbortSignal.timeout(60_000) }).catch(() => null)
  if (response === null) throw new Error(`Nobody answers at ${source}.`)
  if (!response.ok) throw new Error(`${source} answered ${response.status}.`)
  return response.text()
}

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string', default: join(dataFolder, 'nights') } },
  })
  const [source, ...more] = positionals
  if (source === undefined || more.length > 0) throw new Error(usage)
  const taken = takeNight(await read(source), await readMeans())
  if ('fault' in taken) {
    say(`${source}: ${taken.fault} Nothing was written.`)
    return 1
  }
  const folder = await writeFolder(values.out, taken)
  say(`events: ${taken.log.length}, chain whole`)
  process.stdout.write(`${folder}\n`)
  return 0
})
