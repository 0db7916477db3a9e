import { type Browser, chromium, type Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { z } from 'zod'

const Variables = z.record(z.string(), z.string())

/** The browser that `npm test` found; without one a test fails with the words that say how to get it. */
const launch = (): Promise<Browser> => {
  const { BROWSER_EXECUTABLE, BROWSER_LIBRARY_PATH, BROWSER_ENV, BROWSER_MISSING } = process.env
  if (!BROWSER_EXECUTABLE)
    throw new Error(BROWSER_MISSING ?? 'There is no browser: run the tests with `npm test`.')
  const more = Variables.parse(JSON.parse(BROWSER_ENV ?? '{}'))
  return chromium.launch({
    executablePath: BROWSER_EXECUTABLE,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--disable-gpu',
    ],
    env: {
      ...Variables.parse({ ...process.env }),
      ...more,
      ...(BROWSER_LIBRARY_PATH && { LD_LIBRARY_PATH: BROWSER_LIBRARY_PATH }),
    },
  })
}

type View = { readonly width: number; readonly height: number }
export const wall: View = { width: 1920, height: 1080 }
export const phone: View = { width: 390, height: 844 }

/** One browser for all files of a place, which ends with its process; each page of it has a profile of its own. */
let browser: Promise<Browser> | undefined

/** A page of a real browser, and every complaint that it wrote to its console. */
export const openPage = async (
  view: View = wall,
): Promise<{ page: Page; complaints: string[] }> => {
  const profile = await (await (browser ??= launch())).newContext({ viewport: view })
  onTestFinished(() => profile.close())
  const page = await profile.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  return { page, complaints }
}
