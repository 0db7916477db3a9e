import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createHouse } from '@night/client/terminal/house'
import { NightEvent } from '@night/shared/event'
import { expect, test, vi } from 'vitest'
import { wordsByCommand } from '../../setup/night-words.mjs'
import { temporaryFolder } from '../setup/support.ts'
import { bare, front, lines, openBoth, program } from '../support/at-terminal.ts'
import { deskToken } from '../support/call.ts'
import { declarationOf, midBedfordshire, october, tamworth } from '../support/night.ts'
import { root } from '../support/root.ts'
import { runCommand, startCommand } from '../support/terminal.ts'
import { until } from '../support/until.ts'

// Each command is a process, and some tests start a dozen.
vi.setConfig({ testTimeout: 180_000 })

test('[CLI1] help has every command, each has a page with an example, without a house and without packages', async () => {
  const folder = await temporaryFolder()
  await cp(join(root, 'setup'), join(folder, 'setup'), { recursive: true })
  const help = (...words: string[]) =>
    runCommand({ program, words: ['setup/night.mjs', ...words], environment: bare, folder })
  const all = await help()
  expect(all).toMatchObject({ code: 0, stderr: '' })
  expect((await help('help')).stdout).toBe(all.stdout)
  for (const [name, { example }] of Object.entries(wordsByCommand)) {
    expect(all.stdout).toMatch(new RegExp(`^  ${name} `, 'm'))
    const page = await help(name, '--help')
    expect(page).toMatchObject({ code: 0, stderr: '' })
    expect(page.stdout).toContain(`npm run night -- ${example}\n`)
  }
  expect(await help('nights')).toMatchObject({ code: 1, stderr: expect.stringMatching(/npm ci/) })
})

test.each([
  ['a command that is not there', ['wach', october], /no command “wach”[^]*watch/],
  ['a word that is missing', ['declare', october], /<file> is missing[^]*declare --help/],
  ['a word too many', ['close', 'one', 'two'], /“two” is one word too many/],
  ['an option that is not there', ['watch', october, '--colour'], /--colour/],
  ['a value that is none', ['replay', october, '--speed', 'fast'], /speed/],
  [
    'a file that is not there',
    ['declare', october, 'no-such.json'],
    /no-such\.json cannot be read/,
  ],
])('[CLI2] %s ends with 2 and says what helps', async (_, words, said) => {
  const done = await runCommand({ program, words: [front, ...words], environment: bare })
  expect(done).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(said) })
})

test('[CLI2] where nobody answers it ends with 5, and says how a house is started', async () => {
  const environment = { ...bare, PORT: '1' }
  for (const words of [['nights'], ['watch', october], ['close', october, '--json']]) {
    const done = await runCommand({ program, words: [front, ...words], environment })
    expect(done.code).toBe(5)
    expect(done.stdout + done.stderr).toContain('Nobody answers at http://127.0.0.1:1')
  }
})

test('[CLI3] the token is the one in DATA_DIR for a house on this machine, is never shown, and goes to no other', async () => {
  const { night, command, environment, folder } = await openBoth()
  const opened = await night('open', 'with-own-token', '--from', october)
  expect(opened).toEqual({ code: 0, stdout: 'with-own-token\n', stderr: '' })
  await writeFile(join(folder, 'desk-token'), 'rnd_another')
  const refused = await night('open', 'with-another', '--from', october)
  expect(refused).toMatchObject({ code: 4, stdout: '' })
  expect(refused.stderr).toContain('Put the desk’s token into DESK_TOKEN')
  const given = { ...environment, DESK_TOKEN: deskToken }
  const done = await runCommand({
    ...command('open', 'with-given', '--from', october, '--json'),
    environment: given,
  })
  expect([done.code, lines(done.stdout)]).toEqual([
    0,
    [expect.objectContaining({ id: 'with-given', mode: 'rehearsal' })],
  ])
  for (const { stdout, stderr } of [opened, refused, done])
    expect(stdout + stderr).not.toContain('rnd_')
})

test('[CLI3] another machine is not sent the token of this one', async () => {
  const tokens = { deskToken: null, viewToken: null, ownToken: async () => deskToken }
  const sent: unknown[] = []
  for (const url of [
    'http://results.example.org',
    'http://127.0.0.1.example.org',
    'http://10.0.0.7',
  ])
    sent.push((await createHouse(url, tokens)).token)
  expect(sent).toEqual([undefined, undefined, undefined])
  expect((await createHouse('http://localhost:3000', tokens)).token).toBe(deskToken)
})

test('[CLI4] watch writes what is said as it is said, without colours where it is piped, and ends with the night', async () => {
  const { command, desk, call } = await openBoth()
  const night = await desk.open(october)
  const person = startCommand(command('watch', night))
  const machine = startCommand(command('watch', night, '--json'))
  const partial = startCommand(command('watch', night, '--seat', midBedfordshire))
  await until('they have begun', () =>
    [person, machine, partial].every(({ heard }) => heard.stdout.includes('\n')),
  )
  await desk.declare(night, await declarationOf(october, tamworth))
  await until('Tamworth was written', () => person.heard.stdout.includes('2.45am Tamworth'))
  await desk.say(night, 'notes', { constituency: tamworth, text: 'A recount\nwas refused' })
  await desk.declare(night, await declarationOf(october, midBedfordshire))
  await desk.reached(night, 4)
  expect(await call('POST', `/api/nights/${night}/closing`, {})).toMatchObject({ status: 202 })
  const { code, stdout, stderr } = await person.ended
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).not.toContain('\u001B')
  expect(stdout).not.toContain('\r')
  expect(stdout.split('\n')).toEqual([
    'By-elections, 19 October 2023: Tamworth and Mid Bedfordshire',
    expect.stringMatching(/^2\.45am Tamworth: LAB GAIN from CON/),
    expect.stringMatching(/m Tamworth: A recount was refused$/),
    expect.stringMatching(/^3\.20am Mid Bedfordshire: LAB GAIN from CON/),
    expect.stringContaining('Labour gained Tamworth and Mid Bedfordshire'),
    '',
  ])
  const events = lines((await machine.ended).stdout).map((event) => NightEvent.parse(event))
  expect(events).toEqual((await desk.events(night)).events)
  expect((await partial.ended).stdout).not.toContain('Tamworth: ')
})

test('[CLI8] watch says of a seat and of a party that are not on the night that nothing will come of them', async () => {
  const { night } = await openBoth()
  const words = ['--seat', 'E14000001', '--seat', tamworth, '--party', 'labour', '--party', 'lab']
  const { code, stdout, stderr } = await night('watch', october, ...words, '--json')
  expect([code, lines(stdout).length > 0]).toEqual([0, true])
  expect(stderr).toMatch(
    /^E14000001 is not contested on this night\.\nNobody stands for “labour” on this night\. Those who stand: .*\blab\b.*\.\n$/,
  )
})

test('[CLI4] watch ends with 0 when it is interrupted, and with 4 and the house’s words where there is no such night', async () => {
  const { command, night, desk } = await openBoth()
  const watching = startCommand(command('watch', await desk.open(october)))
  await until('it has begun', () => watching.heard.stdout.includes('By-elections'))
  watching.signal('SIGTERM')
  expect(await watching.ended).toMatchObject({ code: 0, stderr: '' })
  expect(await night('watch', 'no-such-night')).toMatchObject({
    code: 4,
    stdout: '',
    stderr: 'There is no night “no-such-night”.\n',
  })
})
