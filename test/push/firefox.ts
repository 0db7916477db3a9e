import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { until } from '../support/until.ts'
import { openBidi } from './bidi.ts'
import type { Firefox } from './find-firefox.ts'
import { openPage } from './page.ts'
import { writeProfile } from './profile.ts'

/** Firefox without a window, with a new profile, and the one page that it has open. */
export const openFirefox = async (firefox: Firefox, pushService: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'night-firefox-'))
  await writeProfile(folder, pushService)
  const child = start(firefox, folder)
  const end = (): void => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  // However this program ends, but for kill -9.
  process.once('exit', end)
  const close = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM')
      await Promise.race([once(child, 'exit'), sleep(5000, undefined, { ref: false })])
    }
    process.off('exit', end)
    end()
  }
  try {
    const bidi = await openBidi(await addressOf(child))
    const page = await openPage(bidi)
    return { page, close: () => (bidi.close(), close()) }
  } catch (fault) {
    await close()
    throw fault
  }
}

const start = ({ executable, env }: Firefox, folder: string): ChildProcess =>
  spawn(
    executable,
    ['--headless', '--no-remote', '--profile', folder, '--remote-debugging-port', '0'],
    // What it leaves behind goes with its profile.
    {
      env: { ...env, HOME: folder, XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )

const addressOf = async (child: ChildProcess): Promise<string> => {
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
    if (said.length < 20_000) said += piece
  })
  child.on('error', (fault) => (said += fault.message))
  const isOver = (): boolean => child.exitCode !== null || child.pid === undefined
  return until(
    'Firefox takes commands',
    () => {
      if (isOver()) throw new Error(`Firefox ended: ${said.slice(-500)}`)
      return /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1]
    },
    60_000,
  )
}
