import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { rehearsalCommand } from '@night/worker/rehearsal/command'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { deskToken } from '../../support/call.ts'
import { openHouse } from '../../support/house.ts'
import { isResult, october } from '../../support/night.ts'

/** A house, and the command as somebody at its terminal runs it, on a clock that pauses move; `meanwhile` is done in each. */
const openStage = async (meanwhile: (night: string) => Promise<void> = async () => undefined) => {
  const house = await openHouse()
  const tokenFile = join(house.environment['DATA_DIR'] ?? '', 'token')
  await writeFile(tokenFile, `${deskToken}\n`)
  const said: string[] = []
  const printed: string[] = []
  const nightIn = () => /night=([\w-]+)/.exec(said.join('\n'))?.[1] ?? ''
  let now = Date.now()
  const terminal = {
    clock: { now: () => now },
    sleep: async (milliseconds: number) => {
      await meanwhile(nightIn())
      await sleep(Math.min(milliseconds, 10))
      now += milliseconds
    },
    isStopped: () => false,
    say: (text: string) => void said.push(text),
    progress: () => undefined,
    print: (text: string) => void printed.push(text),
  }
  const run = (...words: string[]) =>
    rehearsalCommand(['--url', house.server.url, '--token-file', tokenFile, ...words], {}, terminal)
  return { ...house, run, said, printed, nightIn }
}

const Score = z.looseObject({ night: z.string() })
const Officers = z.object({
  officers: z.array(
    z.object({ name: z.string(), nights: z.array(z.string()), revoked: z.boolean() }),
  ),
})
const HeldBack = z.object({ held: z.array(z.object({ id: z.string() })) })

test('[RHS2] bad data sent through the front door of a rehearsal: all that is wrong stays in, the rest is published once', async () => {
  const { run, said, printed, desk, call } = await openStage()
  const words = ['--night', october, '--scenario', 'bad-data', '--speed', 'max', '--json']
  expect({ code: await run(...words), said }).toMatchObject({ code: 0 })
  expect(said.join()).toContain('TEST: rehearsal “bad-data” of By-elections, 19 October 2023')
  const score = Score.parse(JSON.parse(printed.join('')))
  expect(score).toMatchObject({
    mode: 'rehearsal',
    sent: { published: 4, held: 9, refused: 4 },
    right: { published: 4, held: 9, refused: 4 },
    missed: [],
    heldWrongly: [],
    waiting: 0,
  })
  expect((await desk.night(score.night)).mode).toBe('rehearsal')
  expect((await desk.events(score.night)).events.filter(isResult)).toHaveLength(2)
  const { officers } = Officers.parse((await call('GET', '/api/officers')).body)
  expect(officers).toContainEqual({
    name: 'REHEARSAL bad-data',
    nights: [score.night],
    revoked: true,
  })
})

test('[RHS4] what the desk rejects meanwhile is scored with how fast it was', async () => {
  const stage = await openStage(async (night) => {
    const { held } = HeldBack.parse((await stage.call('GET', `/api/nights/${night}/held`)).body)
    for (const { id } of held) {
      const path = `/api/nights/${night}/declarations/${id}/reject`
      await stage.call('POST', path, { reason: 'Mistyped.' })
    }
  })
  const words = ['--night', october, '--scenario', 'bad-data', '--speed', '6000', '--json']
  expect(await stage.run(...words)).toBe(0)
  const score = Score.parse(JSON.parse(stage.printed.join('')))
  expect(score).toMatchObject({ missed: [], rejected: { seconds: expect.any(Number) } })
  expect(score).not.toMatchObject({ rejected: { count: 0 } })
})

test('[RHS5] a live night is refused, and so is a house that is not there or a desk that is not known', async () => {
  const { run, said, desk, call } = await openStage()
  const live = await desk.openLive({ from: october })
  expect(await run('--night', live, '--scenario', 'hung')).toBe(2)
  expect(said.pop()).toContain(`“${live}” is a live night. Only recorded nights are rehearsed`)
  expect((await desk.events(live)).events.filter(isResult)).toEqual([])
  expect(await run('--night', '1066-hastings', '--scenario', 'hung')).toBe(2)
  expect(said.pop()).toContain('1066-hastings')
  const words = ['--night', october, '--scenario', 'hung']
  expect(await run(...words, '--token-file', '/nowhere/desk-token')).toBe(2)
  expect(said.pop()).toContain('There is no desk token in /nowhere/desk-token')
  expect(await run(...words, '--url', 'http://127.0.0.1:1')).toBe(2)
  expect(said.pop()).toContain('Nobody answers at http://127.0.0.1:1. Start the house')
  const { body } = await call('GET', '/api/nights')
  expect(JSON.stringify(body)).not.toContain('rehearsal-hung')
})
