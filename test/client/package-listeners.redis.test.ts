import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { october } from '../support/night.ts'
import { installPackage, temporaryFolder } from '../support/package.ts'
import { startCommand } from '../support/terminal.ts'
import { until } from '../support/until.ts'

const { folder, remove } = await temporaryFolder()
afterAll(remove)

const program = `
import { createFollower } from 'results-night-feed'
process.on('uncaughtException', ({ message }) => console.log('reported: ' + message))
const [url, night] = process.argv.slice(2)
const follower = createFollower({ url, night })
follower.subscribe(({ events, resets }) => {
  if (events.length === 0 && resets === 1) throw new Error('nothing to draw')
})
follower.subscribe(({ resets, seq }) => {
  if (seq !== 4) return
  console.log('whole, resets: ' + resets)
  if (resets === 1) follower.close()
})
`

test('[PKG3] a listener that throws is reported, and takes nothing from another or from what comes', async () => {
  const stranger = await installPackage(folder)
  await writeFile(join(stranger, 'program.js'), program)
  const { server, desk } = await openHouse()
  const replay = await desk.replay({ of: october, speed: 'max' })
  const { heard, ended } = startCommand({
    program: process.execPath,
    words: ['program.js', server.url, replay.night],
    folder: stranger,
  })
  await until('it was heard to its end', () => heard.stdout.includes('whole, resets: 0'))
  await desk.changeReplay(replay.id, { position: replay.from, playing: true })
  expect(await ended).toMatchObject({ code: 0, stderr: '' })
  const lines = heard.stdout.trim().split('\n')
  expect(lines).toContain('reported: nothing to draw')
  expect(lines.at(-1)).toBe('whole, resets: 1')
})
