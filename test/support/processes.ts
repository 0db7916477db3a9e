import { onTestFinished } from 'vitest'
import { createProgram } from './program.ts'

/** A room as it runs in service, a process of its own, that can be killed without warning and started again; it ends with the test. */
export const openProcess = async (room: 'server' | 'worker', environment: NodeJS.ProcessEnv) => {
  const ready = room === 'server' ? 'ready http' : 'worker takes jobs'
  const program = createProgram({ path: `dist/${room}.mjs`, ready, environment })
  onTestFinished(() => program.kill())
  await program.start()
  return program
}
