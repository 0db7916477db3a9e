import type { Page } from 'playwright-core'
import { answerAlerts } from './alert-side.ts'
import { openPage, phone } from './browser.ts'
import { openHouse } from './house.ts'
import { october } from './night.ts'
import { allowNotifications } from './ringing.ts'

/** My seats on a live night, on a phone that allows notifications, and the server's half of alerts. */
export const openMine = async () => {
  const { server, desk } = await openHouse()
  const night = await desk.openLive({ from: october })
  const { page } = await openPage(phone)
  // Only this name is a secure page without a certificate, for the browser and for its push.
  const origin = `http://localhost:${new URL(server.url).port}`
  const side = await answerAlerts(page)
  await allowNotifications(page, origin)
  const open = async (token = ''): Promise<void> => {
    await page.goto(`${origin}/my?night=${night}${token && `#token=${token}`}`)
    await page.waitForSelector('.alerts:is([data-phase="off"], [data-phase="on"])')
  }
  return { desk, night, page, origin, side, open }
}

export const turnOn = async (page: Page): Promise<void> => {
  await page.click('[data-do="ring"]')
  await page.waitForSelector('.alerts[data-phase="on"]')
}
