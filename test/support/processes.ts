import { once } from 'node:events'
import { createServer } from 'node:net'
import { onTestFinished } from 'vitest'
import { createProgram } from './program.ts'

/** A port that was free a moment ago. */
export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** A room as a process of its own, that can be killed without warning and started again; it ends with the test. */
export const openProcess = async (room: 'server' | 'worker', environment: NodeJS.ProcessEnv) => {
  const ready = room === 'server' ? 'ready http' : 'worker takes jobs'
  const program = createProgram({ path: `${room}/main.ts`, ready, environment })
  onTestFinished(() => program.kill())
  await program.start()
  return program
}
