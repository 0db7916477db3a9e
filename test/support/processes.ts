import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { onTestFinished } from 'vitest'
import { root } from './root.ts'
import { until } from './until.ts'

/** A port that was free a moment ago. */
export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

const run = (room: 'server' | 'worker', environment: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', `${room}/main.ts`], {
    cwd: root,
    env: { ...process.env, ...environment, LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })

/** A room as a process of its own, that can be killed without warning and started again. */
export const openProcess = async (room: 'server' | 'worker', environment: NodeJS.ProcessEnv) => {
  const ready = room === 'server' ? 'ready http' : 'worker takes jobs'
  let child: ChildProcess | undefined
  onTestFinished(() => void child?.kill('SIGKILL'))
  const start = async (): Promise<void> => {
    child = run(room, environment)
    let said = ''
    child.stdout?.on('data', (piece) => (said += piece))
    await until(`${room} is ready`, () => said.includes(ready))
  }
  await start()
  return {
    start,
    kill: async (): Promise<void> => {
      if (!child) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
