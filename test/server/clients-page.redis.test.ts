import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { listen } from '@night/server/listen'
import { expect, onTestFinished, test } from 'vitest'
import { deskToken } from '../support/call.ts'
import { freePort } from '../support/free-port.ts'
import { openHouse } from '../support/house.ts'
import { needed } from '../support/needed.ts'
import { declarationOf, midBedfordshire, october, tamworth } from '../support/night.ts'
import { blockOf, temporaryFolder } from '../support/package.ts'
import { openProcess } from '../support/processes.ts'
import { root } from '../support/root.ts'
import { startCommand } from '../support/terminal.ts'
import { until } from '../support/until.ts'

const page = await readFile(join(root, 'docs', 'clients.md'), 'utf8')

/** Each command of the page with what the page says that it prints. */
const examples = [...page.matchAll(/^```sh\n([^]*?)\n```\n\n^```\n([^]*?)^```$/gm)].map(
  ([, command = '', output = '']) => ({ command, output }),
)
const of = (program: string) => {
  const example = examples.find(({ command }) => command.startsWith(program))
  if (!example) throw new Error(`the page has no example of ${program}`)
  return example
}

/** A folder with the page's Python program in it, and a way to start the page's commands there. */
const openTerminal = async (folder: string) => {
  await writeFile(join(folder, 'follow.py'), blockOf(page, 'python'))
  return (command: string, house: string, night: string) =>
    startCommand({
      program: 'sh',
      words: ['-c', command.startsWith('python3') ? `exec ${command}` : command],
      environment: { HOUSE: house, NIGHT: night },
      folder,
    })
}

test('[API9] curl and Python follow the Tamworth night through a server that is killed', async () => {
  await needed('curl', 'python3')
  const { environment, desk } = await openHouse()
  const PORT = String(await freePort())
  const own = { ...environment, PORT, DESK_TOKEN: deskToken }
  const server = await openProcess('server', own)
  const house = `http://127.0.0.1:${PORT}`
  const start = await openTerminal(environment['DATA_DIR'] ?? '')
  const night = await desk.open(october)
  await desk.reached(night, 1)

  const python = start(of('python3').command, house, night)
  const curl = start(of('curl').command, house, night)
  await until('Python has the board', () => python.heard.stdout.includes('\n'))
  await desk.declare(night, await declarationOf(october, tamworth))
  await until('both have Tamworth', () =>
    [python, curl].every(({ heard }) => heard.stdout.includes('Tamworth: LAB GAIN')),
  )
  await server.kill()
  const [first = ''] = of('curl').output.split('\n')
  expect(await curl.ended).toEqual({ code: 0, stdout: `${first}\n`, stderr: '' })

  await desk.declare(night, await declarationOf(october, midBedfordshire))
  await desk.reached(night, 3)
  await server.start()
  await until('it goes on', () => python.heard.stdout.includes('Mid Bedfordshire: LAB GAIN'))
  await desk.say(night, 'closing', {})
  expect(await python.ended).toEqual({ code: 0, stdout: of('python3').output, stderr: '' })

  const again = start(of('curl').command, house, night)
  await until('curl has all', () => again.heard.stdout === of('curl').output)
  await server.kill()
  expect((await again.ended).stdout).toBe(of('curl').output)
}, 120_000)

test('[API9] the Python program notices a log that was put back, and a house that refuses', async () => {
  await needed('python3')
  const { environment, server, desk } = await openHouse()
  const start = await openTerminal(environment['DATA_DIR'] ?? '')
  const from = '2023-10-20T02:46:00+01:00'
  const replay = await desk.replay({ of: october, speed: 1, from })
  const python = start(of('python3').command, server.url, replay.night)
  await until('it has Tamworth', () => python.heard.stdout.includes('Tamworth: LAB GAIN'))
  await desk.changeReplay(replay.id, { position: from, playing: false })
  await until('it begins again', () => python.heard.stdout.includes('From its start:'))
  await desk.changeReplay(replay.id, { position: replay.to })
  const [title = '', line, ...rest] = of('python3').output.split('\n')
  const put = [title.replace('rehearsal', 'replay'), line, 'The log was put back. From its start:']
  expect((await python.ended).stdout).toBe([...put, line, ...rest].join('\n'))

  const refused = start(of('python3').command, server.url, 'no-such-night')
  expect(await refused.ended).toMatchObject({
    code: 1,
    stderr: 'There is no night “no-such-night”.\n',
  })
}, 60_000)

test('[API9] the Python program asks again for a board that broke off in the middle', async () => {
  await needed('python3')
  const board = JSON.stringify({
    night: { title: 'A night', mode: 'recorded' },
    seatsById: {},
    state: 'closed',
    seq: 0,
  })
  let asked = 0
  const house = createServer((_request, response) => {
    asked += 1
    response.writeHead(200, { 'content-length': board.length })
    if (asked > 1) response.end(board)
    else response.write(board.slice(0, 20), () => response.destroy())
  })
  const url = await listen(house, { host: '127.0.0.1', port: 0 })
  onTestFinished(() => void house.close())
  const { folder, remove } = await temporaryFolder()
  onTestFinished(remove)
  const start = await openTerminal(folder)
  const python = start(of('python3').command, url, 'a-night')
  expect(await python.ended).toEqual({ code: 0, stdout: 'A night (recorded)\n\n', stderr: '' })
})

test('[API9] the Python program ends in words where a proxy refuses in HTML', async () => {
  await needed('python3')
  const proxy = createServer((_request, response) => {
    response.writeHead(403, { 'content-type': 'text/html' }).end('<h1>Forbidden</h1>')
  })
  const url = await listen(proxy, { host: '127.0.0.1', port: 0 })
  onTestFinished(() => void proxy.close())
  const { folder, remove } = await temporaryFolder()
  onTestFinished(remove)
  const start = await openTerminal(folder)
  const python = start(of('python3').command, url, 'a-night')
  expect(await python.ended).toEqual({
    code: 1,
    stdout: '',
    stderr: 'HTTP Error 403: Forbidden\n',
  })
})
