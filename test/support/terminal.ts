import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { root } from './root.ts'

type Command = {
  readonly program: string
  readonly words?: readonly string[]
  readonly environment?: NodeJS.ProcessEnv
  readonly folder?: string
  /** What comes in by a pipe. */
  readonly input?: string
}

/** A command as a person starts it, with pipes in the place of a terminal; it ends with the test. */
export const startCommand = ({
  program,
  words = [],
  environment = {},
  folder = root,
  input = '',
}: Command) => {
  const env = { ...process.env, ...environment }
  const child = spawn(program, words, { cwd: folder, env })
  onTestFinished(() => void child.kill('SIGKILL'))
  const heard = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (heard.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (heard.stderr += text))
  child.stdin.end(input)
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, ...heard }))
  return { heard, ended, signal: (name: NodeJS.Signals): void => void child.kill(name) }
}

export const runCommand = (command: Command) => startCommand(command).ended
