import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nightFileText } from '@night/shared/recorded'
import { sha256 } from '@night/worker/sha256'
import { verify } from '@night/worker/verify'
import { fileSource } from '@night/worker/verify-sources'
import { expect, onTestFinished, test } from 'vitest'
import { definitionOf, october, recordedLog } from '../support/night.ts'
import { root } from '../support/root.ts'
import { runCommand } from '../support/terminal.ts'

test('[LOG10] a night’s file, as a house gives it out, is whole, also as an editor saved it, and what was altered in it is named', async () => {
  const text = nightFileText(await definitionOf(october), await recordedLog(october), sha256)
  const folder = await mkdtemp(join(tmpdir(), 'verify-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const verdictOf = async (content: string) => {
    await writeFile(join(folder, 'night.ndjson'), content)
    return verify((await fileSource(join(folder, 'night.ndjson'))).entries, 0)
  }
  expect(await verdictOf(text)).toMatchObject({ kind: 'whole', events: 4 })
  const saved = `\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`
  expect(await verdictOf(saved)).toMatchObject({ kind: 'whole', events: 4 })
  const altered = text.replace('"votes":11719', '"votes":11791')
  expect(await verdictOf(altered)).toMatchObject({ kind: 'altered', seq: 2 })
})

test('[LOG10] a REDIS_URL that is none, or where nobody is, is said in words', async () => {
  const verifying = (REDIS_URL: string) =>
    runCommand({
      program: process.execPath,
      words: [join(root, 'setup', 'verify.mjs'), 'a-night'],
      environment: { REDIS_URL },
    })
  expect(await verifying('somewhere')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^REDIS_URL is redis:\/\/host:6379, [^\n]*\n$/),
  })
  expect(await verifying('redis://user:secret@127.0.0.1:1')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(
      /^No Redis answers where REDIS_URL says \([^\n]*ECONNREFUSED[^\n]*\)\.\n$/,
    ),
  })
})
