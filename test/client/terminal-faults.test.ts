import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { bare, front, program } from '../support/at-terminal.ts'
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
