import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { runCommand } from '../../../setup/command.mjs'

/** Says to the same program, started again, that what it mounts nobody else sees, and is gone when it ends. */
const mark = 'NIGHT_OWN_MOUNTS'

const unshare = (): readonly [string, ...string[]] => [
  'unshare',
  '--mount',
  ...(process.getuid?.() === 0 ? [] : ['--map-root-user']),
]

/** Why nothing can be mounted here for this program alone; null where it can. */
export const noOwnMounts = async (): Promise<string | null> => {
  if (process.platform !== 'linux')
    return `a small disk is mounted as Linux does, not ${process.platform}`
  const trial = ['mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', import.meta.dirname]
  const { code, complaint } = await runCommand([...unshare(), ...trial])
  return code === 0 ? null : `nothing may be mounted: ${complaint.trim()}`
}

/** Runs this program again where it can mount for itself alone, and gives its exit code; null where it is there already. */
export const againWithOwnMounts = async (): Promise<number | null> => {
  if (process.env[mark] !== undefined) return null
  const [program, ...words] = [
    ...unshare(),
    process.execPath,
    ...process.execArgv,
    ...process.argv.slice(1),
  ]
  const child = spawn(program, words, { env: { ...process.env, [mark]: '1' }, stdio: 'inherit' })
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  const [code] = await once(child, 'exit')
  return typeof code === 'number' ? code : 1
}
