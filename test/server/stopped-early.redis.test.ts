import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { ensurePrograms } from '../../setup/built.mjs'
import { createProgress } from '../../setup/progress.mjs'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { environmentOf } from '../support/house.ts'
import { root } from '../support/root.ts'

beforeAll(() => ensurePrograms(root, createProgress()), 120_000)

const waiting = { REDIS_URL: 'unix:///nowhere/redis.sock', DESK_TOKEN: 'x'.repeat(16) }

test.each([
  ['server', 'SIGTERM'],
  ['server', 'SIGINT'],
  ['worker', 'SIGTERM'],
  ['worker', 'SIGINT'],
] as const)(
  '[OPS4] a %s that still waits for Redis has asked for %s, and ends at once with 0',
  async (room, signal) => {
    const child = spawn(process.execPath, [`dist/${room}.mjs`], {
      cwd: root,
      env: { ...process.env, ...(await environmentOf()), ...waiting },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    const [line] = await once(createInterface(child.stdout), 'line')
    expect(line).toContain('Redis is out of reach')
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([0, null])
  },
)
