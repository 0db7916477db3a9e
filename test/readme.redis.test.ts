import { readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openOwnHouse } from './support/own-house.ts'
import { blockOf } from './support/package.ts'
import { root } from './support/root.ts'
import { runCommand } from './support/terminal.ts'

const pageOf = (path: string): Promise<string> => readFile(join(root, path), 'utf8')

/** A shell in the folder of a house, where a page's commands run as they stand there, but for the address. */
const openShell = async () => {
  const { url, folder, terminal } = await openOwnHouse()
  await symlink(folder, join(folder, 'var'))
  return async (text: string): Promise<string> => {
    const command = text
      .replaceAll('http://127.0.0.1:3000', url)
      .replace('npm run rehearse --', `npm --prefix ${root} run -s rehearse -- --url ${url}`)
      .replace('curl -N', 'curl -sN --max-time 3')
      .replace(/^curl -H/, 'curl -s -H')
    const words = ['-c', `TOKEN=$(cat var/desk-token)\n${command}`]
    return (await runCommand({ program: 'sh', words, environment: terminal, folder })).stdout
  }
}

test('[SPEC4] what the README says to try can be tried as it stands', async () => {
  const page = await pageOf('README.md')
  const block = blockOf(page.slice(page.indexOf('## Try it')), 'sh')
  const [token, rehearsal, replay, rehearse, events] = block.trim().split(/\n\n(?:#.*\n)?/)
  const type = await openShell()
  expect(token).toBe('TOKEN=$(cat var/desk-token)')
  expect(JSON.parse(await type(rehearsal ?? ''))).toMatchObject({
    id: 'my-rehearsal',
    mode: 'rehearsal',
  })
  expect(JSON.parse(await type(replay ?? ''))).toMatchObject({
    of: '2024-07-04-general-election',
    speed: 300,
    position: '2024-07-05T03:00:00.000Z',
  })
  expect(await type(rehearse ?? '')).toMatch(/all +17 +17 right/)
  expect(await type(events ?? '')).toMatch(/^id: 1\ndata: \{"seq":1,/m)
}, 120_000)

test('[SPEC4] the call of the operator’s page makes a webhook', async () => {
  const page = await pageOf('docs/operating.md')
  const call = /^curl [^`]*alerts\/subscriptions$/m.exec(page)?.[0] ?? ''
  const type = await openShell()
  const night = '{"id":"tonight","mode":"rehearsal","from":"2023-10-19-by-elections"}'
  await type(
    `curl -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '${night}' http://127.0.0.1:3000/api/nights`,
  )
  const filled = call
    .replace('"night":"…"', '"night":"tonight"')
    .replace('example.com/…', 'example.com/desk')
  expect(JSON.parse(await type(filled))).toMatchObject({ id: expect.any(String) })
})
