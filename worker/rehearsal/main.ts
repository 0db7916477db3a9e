import { setTimeout as wait } from 'node:timers/promises'
import { progress, say } from '../import/console.ts'
import { rehearsalCommand } from './command.ts'

const stopped = new AbortController()
process.once('SIGINT', () => stopped.abort())

process.exitCode = await rehearsalCommand(process.argv.slice(2), process.env, {
  clock: { now: Date.now },
  // Stopped early, it scores what was sent; asking what became of that still needs its pauses.
  sleep: (milliseconds) =>
    stopped.signal.aborted
      ? wait(Math.min(milliseconds, 50))
      : wait(milliseconds, undefined, { signal: stopped.signal }).catch(() => undefined),
  isStopped: () => stopped.signal.aborted,
  say,
  progress,
  print: (text) => {
    process.stdout.write(text)
  },
})
