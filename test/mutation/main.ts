import { z } from 'zod'
import { reportError } from '../../setup/remedy.mjs'
import { orderOf } from '../support/order.ts'
import { parts } from './parts.ts'
import { percentOf, type Score, scores } from './score.ts'
import { mutate } from './stryker.ts'

// `npm run mutants`: the code that the promises rest on is changed in one small way after another, and the tests run
// on each change. One that no test notices has survived. `--only fold`; ends with 1 where a part is below 85 per cent.
const least = 85

const names = Object.keys(parts)
const { only } = orderOf({
  options: { only: { type: 'string' } },
  schema: z.strictObject({ only: z.enum(names).optional() }),
  usage: `npm run mutants -- [--only ${names.join('|')}]`,
})
const wanted = only === undefined ? names : [only]

const line = (score: Score): string =>
  `${score.name.padEnd(30)} ${percentOf(score).toFixed(1).padStart(6)} %  ${score.noticed} of ${score.mutants}\n`

try {
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
