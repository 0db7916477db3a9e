import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { root } from '../../support/root.ts'
import { until } from '../../support/until.ts'

const program = `
import { createProgram } from './test/support/program.ts'
import { ownFolder } from './test/support/leaving.ts'
const environment = { DATA_DIR: await ownFolder('night-leaving-'), REDIS_URL: 'unix:///nowhere/redis.sock' }
const worker = createProgram({ path: 'dist/worker.mjs', ready: 'Redis is out of reach', environment })
await worker.start()
process.stdout.write(worker.pid() + ' ' + environment.DATA_DIR + '\\n')
setInterval(() => undefined, 1000)
`

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('[FLT9] a run that is stopped halfway leaves no program and no folder behind', async () => {
  const words = ['--import', 'tsx', '--input-type=module', '--eval', program]
  const run = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void run.kill('SIGKILL'))
  const [line] = await once(createInterface(run.stdout), 'line')
  const [pid = '', folder = ''] = String(line).split(' ')
  onTestFinished(() => void (isThere(Number(pid)) && process.kill(Number(pid), 'SIGKILL')))
  run.kill('SIGTERM')
  await once(run, 'exit')
  await until('what it has started is gone', () => !isThere(Number(pid)))
  expect(existsSync(folder)).toBe(false)
})
