import { expect, test } from 'vitest'
import { runCommand } from './support/terminal.ts'

test.each([
  ['faults', 'faults/run', '--tier nosuch --only F1,F99 --seed abc'],
  ['rolling', 'rolling', '--clients 5'],
  ['mutants', 'mutation', '--only nosuch'],
  ['alerts', 'soak/alerts', '--nosuch'],
])(
  '[FLT10] npm run %s (%s) with %s does nothing, and says how it is asked',
  async (name, place, words) => {
    const { code, stdout, stderr } = await runCommand({
      program: process.execPath,
      words: ['--import', 'tsx', `test/${place}/main.ts`, ...words.split(' ')],
    })
    for (const [, option = ''] of words.matchAll(/--(\w+)/g)) expect(stderr).toContain(option)
    expect(stderr).toMatch(new RegExp(`^npm run ${name}\\b`, 'm'))
    expect(stderr).not.toMatch(/^\s+at /m)
    expect([code, stdout]).toEqual([2, ''])
  },
)
