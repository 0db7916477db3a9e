import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { ensurePrograms } from '../../setup/built.mjs'
import { createProgress } from '../../setup/progress.mjs'
import { whenLeaving } from './leaving.ts'
import { root } from './root.ts'
import { until } from './until.ts'

type Program = {
  /** A source, or `dist/server.mjs` or `dist/worker.mjs`, which are built first. */
  readonly path: string
  /** What it says when it is ready. */
  readonly ready: string
  readonly environment: NodeJS.ProcessEnv
  readonly words?: readonly string[]
  /** Milliseconds until it is ready, at most. */
  readonly patience?: number
  /** Hears each line that it says. */
  readonly onLine?: (line: string) => void
}

/** A program as a process of its own, that can be killed without warning, held still, and started again; it goes when we do. */
export const createProgram = (program: Program) => {
  const { path, ready, environment, words = [], patience = 30_000, onLine } = program
  let child: ChildProcess | undefined
  whenLeaving(() => child?.kill('SIGKILL'))
  return {
    start: async (more: NodeJS.ProcessEnv = {}): Promise<void> => {
      if (isBuilt(path)) await built()
      let isReady = false
      const loader = isBuilt(path) ? [] : ['--import', 'tsx']
      const begun = spawn(process.execPath, [...loader, path, ...words], {
        cwd: root,
        env: { ...process.env, ...environment, ...more, LOG_LEVEL: 'info' },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      child = begun
      createInterface({ input: begun.stdout }).on('line', (line) => {
        isReady ||= line.includes(ready)
        onLine?.(line)
      })
      await until(`${path} is ready`, () => isReady, patience)
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

const isBuilt = (path: string): boolean => path.startsWith('dist/')

let building: Promise<void> | undefined

/** Once in a run: a server that is killed comes back from what it was. */
const built = (): Promise<void> => (building ??= ensurePrograms(root, createProgress()))
