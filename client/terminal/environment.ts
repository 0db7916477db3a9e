import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Terminal, World } from './world.ts'

type Machine = Pick<NodeJS.Process, 'env' | 'stdin' | 'stdout' | 'stderr' | 'cwd'>

/** The machine as a command sees it. */
export const worldOf = ({ env, ...machine }: Machine, stopped: AbortSignal): World => ({
  url: `http://127.0.0.1:${env['PORT'] || '3000'}`,
  deskToken: env['DESK_TOKEN'] || null,
  viewToken: env['VIEW_TOKEN'] || null,
  ownToken: async () => {
    const kept = await readFile(join(env['DATA_DIR'] || 'var', 'desk-token'), 'utf8').catch(
      () => '',
    )
    return kept.trim() || null
  },
  // npm works in the project's folder, and a person means the one they stand in.
  path: (name) => resolve(env['INIT_CWD'] ?? machine.cwd(), name),
  readAll: () => text(machine.stdin),
  clock: { now: Date.now },
  sleep: (milliseconds) => sleep(milliseconds),
  stopped,
  terminal: terminalOf({ env, ...machine }),
})

type Streams = {
  readonly env: NodeJS.ProcessEnv
  readonly stdout: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'getColorDepth' | 'write'>
  readonly stderr: Pick<NodeJS.WriteStream, 'write'>
}

export const terminalOf = ({ env, stdout, stderr }: Streams): Terminal => ({
  print: (piece) => void stdout.write(piece),
  say: (line) => void stderr.write(`${line}\n`),
  colours: stdout.isTTY && !env['NO_COLOR'] ? stdout.getColorDepth(env) : 1,
  width: stdout.isTTY ? stdout.columns || 80 : null,
})
