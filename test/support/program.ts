import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { root } from './root.ts'
import { until } from './until.ts'

type Program = {
  readonly path: string
  /** What it says when it is ready. */
  readonly ready: string
  readonly environment: NodeJS.ProcessEnv
  readonly words?: readonly string[]
  /** Gets all that it says, for as long as it runs. */
  readonly hear?: (said: string) => void
  /** Milliseconds in which it has to be ready. */
  readonly patience?: number
}

/** A program as a process of its own, that can be killed without warning, held still, and started again. */
export const createProgram = ({
  path,
  ready,
  environment,
  words = [],
  hear,
  patience = 30_000,
}: Program) => {
  let child: ChildProcess | undefined
  return {
    start: async (more: NodeJS.ProcessEnv = {}): Promise<void> => {
      let said = ''
      child = spawn(process.execPath, ['--import', 'tsx', path, ...words], {
        cwd: root,
        env: { ...process.env, ...environment, ...more, LOG_LEVEL: 'info' },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      child.stdout?.on('data', (piece) => {
        hear?.(String(piece))
        // What it says once it is ready is nobody else's.
        if (!said.includes(ready)) said += String(piece)
      })
      await until(`${path} is ready`, () => said.includes(ready), patience)
    },
    pid: (): number => child?.pid ?? 0,
    kill: async (): Promise<void> => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
    signal: (signal: 'SIGSTOP' | 'SIGCONT' | 'SIGTERM'): void => void child?.kill(signal),
    /** Resolves when it has ended, with its exit code; null where a signal ended it. */
    ended: async (): Promise<number | null> => {
      if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      return child?.exitCode ?? null
    },
  }
}
