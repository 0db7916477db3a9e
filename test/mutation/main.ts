import { parseArgs } from 'node:util'
import { createRemedy, reportError } from '../../setup/remedy.mjs'
import { parts } from './parts.ts'
import { percentOf, type Score, scores } from './score.ts'
import { mutate } from './stryker.ts'

// `npm run mutants`: the code that the promises rest on is changed in one small way after another, and the tests run
// on each change. One that no test notices has survived. `--only fold`; ends with 1 where a part is below 85 per cent.
const least = 85

const { values } = parseArgs({ options: { only: { type: 'string' } } })
const wanted = Object.keys(parts).filter((name) => (values.only ?? name) === name)

const line = (score: Score): string =>
  `${score.name.padEnd(30)} ${percentOf(score).toFixed(1).padStart(6)} %  ${score.noticed} of ${score.mutants}\n`

try {
  if (wanted.length === 0)
    throw createRemedy(`No such part. There are: ${Object.keys(parts).join(', ')}.`)
  const report = await mutate(wanted.flatMap((name) => parts[name] ?? []))
  const all = scores(report, wanted)
  for (const { part } of all)
    for (const survivor of part.survivors) process.stdout.write(`survived: ${survivor}\n`)
  for (const { part, files } of all) {
    process.stdout.write(line(part))
    for (const file of files) process.stdout.write(line({ ...file, name: `  ${file.name}` }))
  }
  if (all.some(({ part }) => percentOf(part) < least)) process.exitCode = 1
} catch (error) {
  reportError(error)
  process.exitCode = 1
}
