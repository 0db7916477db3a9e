import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nightFileText } from '@night/shared/recorded'
import { sha256 } from '@night/worker/sha256'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { definitionOf, october, recordedLog } from '../../support/night.ts'
import { root } from '../../support/root.ts'
import { runCommand } from '../../support/terminal.ts'

let folder: string
let text: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'take-'))
  text = nightFileText(await definitionOf(october), await recordedLog(october), sha256)
})
afterEach(() => rm(folder, { recursive: true }))

const take = (...words: string[]) =>
  runCommand({
    program: process.execPath,
    words: [
      '--import',
      import.meta.resolve('tsx'),
      join(root, 'worker', 'import', 'take-main.ts'),
      ...words,
    ],
    environment: { DATA_DIR: '' },
    folder,
  })

test('[RPL7 SET17] a night’s file that an editor saved with its mark and its ends of lines is taken, into var where DATA_DIR is set to nothing', async () => {
  await writeFile(join(folder, 'night.ndjson'), `\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`)
  expect(await take('night.ndjson')).toEqual({
    code: 0,
    stdout: `${join('var', 'nights', october)}\n`,
    stderr: 'events: 4, chain whole\n',
  })
})

test('[RPL7] a line is named by its number in the file, blank lines and all', async () => {
  const [head, ...events] = text.trimEnd().split('\n')
  await writeFile(join(folder, 'night.ndjson'), [head, '', ...events, '{"seq":'].join('\n'))
  expect(await take('night.ndjson')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^night\.ndjson: line 7: /),
  })
})

test('[RPL7] two files are not taken for one, and an address where nobody is, is named', async () => {
  await writeFile(join(folder, 'night.ndjson'), text)
  expect(await take('night.ndjson', 'another.ndjson')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('npm run take -- '),
  })
  expect(await readdir(folder)).toEqual(['night.ndjson'])
  expect(await take('http://127.0.0.1:1/night.ndjson')).toMatchObject({
    code: 1,
    stderr: 'Nobody answers at http://127.0.0.1:1/night.ndjson.\n',
  })
})
