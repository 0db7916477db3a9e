import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { bare, front, program } from '../support/at-terminal.ts'
import { october, recordedLog } from '../support/night.ts'
import { runCommand } from '../support/terminal.ts'

/** Something that answers as it is told to; its port. */
const answering = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return String(typeof address === 'object' && address !== null ? address.port : 0)
}

const exporting = [front, 'export', 'a-night', '--form', 'ndjson'] as const

test('[CLI2] an export onto a full disk is a fault and says so; a reader who has had enough is none', async () => {
  const PORT = await answering((_, response) => response.end('a line\n'.repeat(100_000)))
  const shell = (line: string) =>
    runCommand({
      program: 'sh',
      words: ['-c', line, program, ...exporting],
      environment: { ...bare, PORT },
    })
  expect(await shell('"$0" "$@" > /dev/full')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^It could not be written \(.*ENOSPC/),
  })
  expect(await shell('{ "$0" "$@"; echo "$?" >&2; } | head -n 1')).toMatchObject({
    stdout: 'a line\n',
    stderr: '0\n',
  })
})

test('[CLI6] an export to stdout has every byte of the file, also the mark by which a spreadsheet knows its letters', async () => {
  const PORT = await answering((_, response) => response.end('\uFEFFseat\nYnys Môn\n'))
  const environment = { ...bare, PORT }
  const words = [front, 'export', 'a-night', '--form', 'csv']
  expect(await runCommand({ program, words, environment })).toEqual({
    code: 0,
    stdout: '\uFEFFseat\nYnys Môn\n',
    stderr: '',
  })
})

test('[CLI2 CLI6] an answer that breaks off ends with 5, and says so', async () => {
  const PORT = await answering((_, response) => {
    response.writeHead(200, { 'content-length': '1000' })
    response.write('half', () => response.destroy())
  })
  const environment = { ...bare, PORT }
  for (const words of [exporting, [...exporting, '--out', '/nowhere/a.csv'], [front, 'nights']])
    expect(await runCommand({ program, words, environment })).toEqual({
      code: 5,
      stdout: '',
      stderr: `http://127.0.0.1:${PORT} broke off in the middle of its answer. Try again.\n`,
    })
})

test.each(['<h1>It works!</h1>', '{"nights":"many"}'])(
  '[CLI2] what is no house (%s) ends with 5, and says so',
  async (answer) => {
    const PORT = await answering((_, response) => response.end(answer))
    const done = await runCommand({
      program,
      words: [front, 'nights'],
      environment: { ...bare, PORT },
    })
    expect(done).toMatchObject({
      code: 5,
      stdout: '',
      stderr: expect.stringMatching(/^What answers at \S+ is no house.* --url\.\n$/),
    })
  },
)

test('[CLI2] a PORT that is none, and a token with marks around it, end with 2 and are named', async () => {
  const nights = (environment: NodeJS.ProcessEnv) =>
    runCommand({ program, words: [front, 'nights'], environment: { ...bare, ...environment } })
  expect(await nights({ PORT: 'three' })).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^PORT is no port/),
  })
  const PORT = await answering((_, response) => response.end('{"nights":[]}'))
  const marked = await nights({ PORT, DESK_TOKEN: '“rnd_0123456789abcdef”' })
  expect(marked).toMatchObject({ code: 2, stderr: expect.stringContaining('Set DESK_TOKEN') })
  expect(marked.stdout + marked.stderr).not.toContain('rnd_')
})

test('[CLI5] a declaration that an editor saved with its mark is sent as it is without', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'declare-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'seat.json'), '\uFEFF{"constituency":"E14000986"}')
  const sent: unknown[] = []
  const PORT = await answering((request, response) => {
    void json(request).then((body) => sent.push(body))
    response.writeHead(422, { 'content-type': 'application/json' })
    response.end('{"code":"does-not-fit","detail":"It does not fit."}')
  })
  const words = [front, 'declare', 'a-night', 'seat.json']
  const environment = { ...bare, PORT, INIT_CWD: folder }
  expect(await runCommand({ program, words, environment })).toMatchObject({ code: 4 })
  expect(sent).toEqual([{ constituency: 'E14000986' }])
})

test('[CLI5] what was published is told with its snap also where a server reads the log late', async () => {
  const [, declared] = await recordedLog(october)
  const late = [
    { status: 200, body: { events: [], seq: 1 } },
    { status: 503, body: { code: 'redis-away', detail: 'Ask again shortly.' } },
  ]
  const told = { status: 200, body: { events: [declared], seq: 2 } }
  const PORT = await answering((request, response) => {
    const { status, body } = answerTo(request.url ?? '') ?? late.shift() ?? told
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  })
  const words = [front, 'declare', 'a-night', '-']
  const done = await runCommand({ program, words, environment: { ...bare, PORT }, input: '{}' })
  expect(done).toMatchObject({ code: 0, stderr: '' })
  expect(done.stdout).toMatch(/^published as event 2: LAB GAIN \S.* from CON\. /)
})

/** A house that has decided at once; null where it is asked for events. */
const answerTo = (url: string) => {
  if (url.includes('/events')) return null
  return url.endsWith('/d-1')
    ? { status: 200, body: { id: 'd-1', status: 'published', seq: 2 } }
    : { status: 202, body: { id: 'd-1' } }
}
