import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { deskToken, caller } from '../support/call.ts'
import { createDesk } from '../support/desk.ts'
import { freePort } from '../support/free-port.ts'
import { environmentOf, openHouse, openWorker } from '../support/house.ts'
import { declarationOf, midBedfordshire, october, tamworth } from '../support/night.ts'
import { blockOf, installPackage, npm, readmeOf, temporaryFolder } from '../support/package.ts'
import { openProcess } from '../support/processes.ts'
import { root } from '../support/root.ts'
import { runCommand, startCommand } from '../support/terminal.ts'
import { until } from '../support/until.ts'

const { folder, remove } = await temporaryFolder()
const built = join(folder, 'feed')
let stranger: string
beforeAll(async () => {
  stranger = await installPackage(folder)
})
afterAll(remove)

const Packed = z.array(z.looseObject({ files: z.array(z.looseObject({ path: z.string() })) }))

const example = join('node_modules', 'results-night-feed', 'example.mjs')

test('[PKG1] what is published is one script without dependencies, its types, a page, an example and the licences', async () => {
  const [packed] = Packed.parse(JSON.parse(await npm(built, 'pack', '--dry-run', '--json')))
  expect(packed?.files.map(({ path }) => path).toSorted()).toEqual([
    'LICENSE',
    'LICENSES-OF-OTHERS.txt',
    'README.md',
    'example.mjs',
    'package.json',
    'results-night-feed.d.ts',
    'results-night-feed.js',
  ])
  const script = await readFile(join(built, 'results-night-feed.js'), 'utf8')
  expect(script).not.toMatch(/^\s*import\b|\bimport\(|\brequire\(|location\.reload|_zod/m)
  const manifest: unknown = JSON.parse(await readFile(join(built, 'package.json'), 'utf8'))
  expect(manifest).not.toHaveProperty('dependencies')
  const licences = await readFile(join(built, 'LICENSES-OF-OTHERS.txt'), 'utf8')
  for (const name of ['socket.io-client', 'engine.io-client', 'socket.io-parser'])
    expect(licences).toContain(`\n${name}\n`)
})

test('[PKG2] the page’s ten lines, installed without a registry, print the Tamworth night as the page says', async () => {
  const page = await readmeOf()
  const lines = blockOf(page, 'js')
  expect(await readFile(join(root, 'client', 'package', 'public', 'example.mjs'), 'utf8')).toBe(
    lines,
  )
  expect(lines.trim().split('\n').length).toBeLessThanOrEqual(10)
  const { server, desk } = await openHouse()
  const { night } = await desk.replay({
    of: october,
    speed: 3600,
    from: '2023-10-20T02:30:00+01:00',
  })
  const words = [example, server.url, night]
  expect(await runCommand({ program: process.execPath, words, folder: stranger })).toEqual({
    code: 0,
    stdout: blockOf(page, 'text'),
    stderr: '',
  })
})

test.each([
  ['WebSocket', ['--experimental-websocket']],
  ['fetch', ['--no-experimental-websocket']],
])(
  '[PKG3] over %s a program whose server is killed and comes back has every event once, and ends by itself',
  async (_way, flags) => {
    const environment = { ...(await environmentOf()), PORT: String(await freePort()) }
    await openWorker(environment)
    const server = await openProcess('server', { ...environment, DESK_TOKEN: deskToken })
    const url = `http://127.0.0.1:${environment.PORT}`
    const desk = createDesk(caller(url))
    const night = await desk.open(october)
    const { heard, ended } = startCommand({
      program: process.execPath,
      words: [...flags, '--no-warnings', example, url, night],
      folder: stranger,
    })
    await until('it has begun', () => heard.stdout.includes('By-elections'))
    await desk.declare(night, await declarationOf(october, tamworth))
    await until('Tamworth was printed', () => heard.stdout.includes('Tamworth: LAB GAIN'))
    await server.kill()
    await server.start()
    await desk.declare(night, await declarationOf(october, midBedfordshire))
    await desk.reached(night, 3)
    expect(await caller(url)('POST', `/api/nights/${night}/closing`, {})).toMatchObject({
      status: 202,
    })
    expect(await ended).toEqual({ code: 0, stdout: blockOf(await readmeOf(), 'text'), stderr: '' })
  },
)

test('[PKG2] a night that is not there ends the loop with the server’s words', async () => {
  const { server } = await openHouse()
  const words = [example, server.url, 'no-such-night']
  const done = await runCommand({ program: process.execPath, words, folder: stranger })
  expect(done.code).toBe(1)
  expect(done.stderr).toContain('There is no night “no-such-night”.')
  expect(done.stderr).toContain("code: 'no-such-thing'")
})

const program = `
import { createFeed, createFollower, type Board, type FollowedLog, type NightEvent } from 'results-night-feed'

const feed = createFeed({ url: 'https://results.example.org', night: 'a-night' })
const board: Board | null = feed.current().board
const leader: string | undefined = board?.seatsById['E14000986']?.latest?.result.candidates[0]?.name
feed.subscribe(({ link }) => link === 'refused' && feed.close())()

export const lines = async (events: AsyncIterable<NightEvent>): Promise<string[]> => {
  const heard: string[] = []
  for await (const event of events) {
    switch (event.kind) {
      case 'flash': case 'declared': case 'corrected': heard.push(event.words.line); break
      case 'withdrawn': case 'opened': case 'status': case 'note': break
      case 'closed': return [...heard, event.words.roundUp, leader ?? '']
    }
  }
  return heard
}

const follower = createFollower({ url: 'https://results.example.org', night: 'a-night', follow: { parties: ['lab'], gainsOnly: true } })
const log: FollowedLog = follower.current()
void lines(follower).then(() => log.events.length)

// @ts-expect-error -- where the house is has to be said
createFeed({ night: 'a-night' })
// @ts-expect-error -- of part of a log there is no board
createFeed({ url: 'https://results.example.org', night: 'a-night', follow: {} })
// @ts-expect-error -- and none of a follower
follower.current().board
// @ts-expect-error -- a note is of no result
export const wrong = (event: NightEvent) => event.kind === 'note' && event.result
// @ts-expect-error -- no such kind
createFollower({ url: 'https://results.example.org', night: 'a-night', follow: { kinds: ['declraed'] } })
`

test.each([
  ['Node', { module: 'nodenext', moduleResolution: 'nodenext', lib: ['es2022'] }],
  ['a bundler', { module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom'] }],
])(
  '[PKG5] a stranger’s strict TypeScript for %s takes the types as they are',
  async (_, wishes) => {
    const compilerOptions = {
      ...wishes,
      target: 'es2022',
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noEmit: true,
      skipLibCheck: false,
    }
    await writeFile(join(stranger, 'tsconfig.json'), JSON.stringify({ compilerOptions }))
    await writeFile(join(stranger, 'program.ts'), program)
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    expect(
      await runCommand({ program: process.execPath, words: [tsc, '-p', '.'], folder: stranger }),
    ).toEqual({ code: 0, stdout: '', stderr: '' })
  },
)
