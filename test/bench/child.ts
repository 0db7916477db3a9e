import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gcOnSignal } from './gc.ts'
import type { LoadAnswer, LoadOrder, ServeAnswer, ServeOrder } from './orders.ts'
import { root } from '../support/root.ts'

type Answer = LoadAnswer & Partial<ServeAnswer>

/** A process that says when it is ready, does as it is told and answers each order once; one order at a time. */
export const forkChild = async (path: string, words: readonly string[] = []) => {
  const child = fork(join(root, path), [...words], {
    cwd: root,
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_OPTIONS: gcOnSignal },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const failed = once(child, 'exit').then((): never => {
    throw new Error(`${path} ended before it answered`)
  })
  failed.catch(() => undefined)
  /** `once` would listen for faults as well, once more each time. */
  const answered = (): Promise<Answer> =>
    Promise.race([failed, new Promise<Answer>((take) => child.once('message', take))])
  await answered()
  return {
    pid: pidOf(child),
    tell: (order: LoadOrder | ServeOrder): Promise<Answer> => {
      const answer = answered()
      child.send(order)
      return answer
    },
    kill: async (): Promise<void> => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

const pidOf = ({ pid }: ChildProcess): number => {
  if (pid === undefined) throw new Error('The process did not start.')
  return pid
}

/** Linux counts a process' time in hundredths of a second. */
const ticks = 100

/** Seconds of processor time that a process has used, its threads included. */
export const cpuSeconds = async (pid: number): Promise<number> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number)
  return ((user ?? 0) + (system ?? 0)) / ticks
}

/** Kilobytes of memory that a process has. */
export const memoryOf = async (pid: number): Promise<number> =>
  Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1])
