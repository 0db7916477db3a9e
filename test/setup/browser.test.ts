import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findBrowser } from '../../setup/browser.mjs'
import { silent, temporaryFolder } from './support.ts'

const DRAWS = `for flag; do case $flag in --screenshot=*)
  { printf '\\211PNG'; printf '%02000d' 0; } > "\${flag#--screenshot=}" ;; esac; done`

async function findIn(folder: string, env: NodeJS.ProcessEnv = {}) {
  const elsewhere = { PATH: folder, XDG_CACHE_HOME: folder, PLAYWRIGHT_BROWSERS_PATH: folder }
  return findBrowser({
    env: { FEED_NO_FETCH: '1', ...elsewhere, ...env },
    progress: silent,
    applications: [],
  })
}

async function writeBrowser(path: string, script: string): Promise<string> {
  await writeFile(path, `#!/bin/sh\n${script}\n`)
  await chmod(path, 0o755)
  return path
}

test('[SET16] when there is no browser the error says what was looked at and how to get one', async () => {
  const failure = await findIn(await temporaryFolder()).catch((error: Error) => error.message)
  expect(failure).toContain('The browser tests need Chromium or Chrome, and none was found.')
  expect(failure).toContain('BROWSER_PATH=/path/to/chrome npm test')
  expect(failure).toContain('  - google-chrome: not found')
  expect(failure).toContain('  - fetch with apt-get: not allowed, FEED_NO_FETCH=1')
})

test('[SET16] a browser that draws no page is passed over, and the next one is taken', async () => {
  const folder = await temporaryFolder()
  await writeBrowser(
    join(folder, 'chromium'),
    'echo "libnss3.so: cannot open shared object file" >&2; exit 127',
  )
  const drawing = await writeBrowser(join(folder, 'google-chrome'), DRAWS)
  expect(await findIn(folder)).toEqual({ executable: drawing })
  await writeBrowser(drawing, 'exit 1')
  await expect(findIn(folder)).rejects.toThrow('chromium: draws no page: libnss3.so: cannot open')
})

test('[SET16] BROWSER_PATH goes before PATH', async () => {
  const folder = await temporaryFolder()
  await writeBrowser(join(folder, 'chromium'), DRAWS)
  const wished = await writeBrowser(join(folder, 'mine'), DRAWS)
  expect(await findIn(folder, { BROWSER_PATH: wished })).toEqual({ executable: wished })
})
