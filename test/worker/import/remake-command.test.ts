import { cp, mkdtemp, readdir, readFile, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { october } from '../../support/night.ts'
import { root } from '../../support/root.ts'
import { runCommand } from '../../support/terminal.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remake-'))
  for (const name of ['first', 'second'])
    await cp(join(root, 'data', 'nights', october), join(folder, name), { recursive: true })
})
afterEach(() => rm(folder, { recursive: true }))

const logOf = (name: string) => join(folder, name, 'log.ndjson')

const remakeBoth = (before = '') => {
  const main = join(root, 'worker', 'import', 'remake-main.ts')
  const line = `${before} exec "$0" --import tsx "${main}" "$1" "$2"`
  const words = ['-c', line, process.execPath, join(folder, 'first'), join(folder, 'second')]
  return runCommand({ program: 'sh', words })
}

test('[IMP32] a log that was cut is named and left as it is, and the next one is made again', async () => {
  await truncate(logOf('first'), 3000)
  const cut = await readFile(logOf('first'), 'utf8')
  const { code, stdout, stderr } = await remakeBoth()
  expect([code, stdout]).toEqual([1, `${join(folder, 'second')}\n`])
  expect(stderr).toContain(`${join(folder, 'first')} was left as it is: `)
  expect(await readFile(logOf('first'), 'utf8')).toBe(cut)
})

test('[IMP32] on a full disk every log is left as it is', async () => {
  const whole = await readFile(logOf('first'), 'utf8')
  const { code, stdout, stderr } = await remakeBoth("trap '' XFSZ; ulimit -f 4;")
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toContain(`${join(folder, 'second')} was left as it is: `)
  for (const name of ['first', 'second']) {
    expect(await readFile(logOf(name), 'utf8')).toBe(whole)
    expect((await readdir(join(folder, name))).toSorted()).toEqual(['log.ndjson', 'night.json'])
  }
})
