import type { Page } from 'playwright-core'
import { openHouse } from './house.ts'
import { isResult, october, tamworth } from './night.ts'
import { until } from './until.ts'

/** A rehearsal, and an officer who may declare Tamworth on it and nothing else. */
export const openHall = async () => {
  const house = await openHouse()
  const night = await house.desk.open(october)
  const { token } = await house.desk.officer({
    name: 'Hall of Tamworth',
    nights: [night],
    constituencies: [tamworth],
  })
  const address = (seat: string) =>
    `${house.server.url}/entry/${seat}?night=${night}#token=${token}`
  return { ...house, night, token, address }
}

/** In ballot order, as the officer reads. */
export const votes = ['436', '10,403', '1373', '11 719', '155', '417', '86', '580', '417']

/** Rejected, total, verified, majority, and the time as it is. */
export const papers = ['44', '25,586', '25630', '1316', '']

/** Chooses Sarah Edwards. One letter: where a second one is late, a browser takes it for the beginning of another name. */
export const sarah = 'S'

/** Each text into the box where one is, and Enter to the next. */
export const keyIn = async (page: Page, texts: readonly string[]): Promise<void> => {
  for (const text of texts) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
}

/** As soon as the box of that name has the focus. */
export const isAt = (page: Page, box: string) => page.waitForSelector(`[data-box="${box}"]:focus`)
/** The results of the night, as soon as the server has heard of so many. */
export const declaredIn = (hall: Awaited<ReturnType<typeof openHall>>, least = 0) =>
  until(`${least} were declared`, async () => {
    const results = (await hall.desk.events(hall.night)).events.filter(isResult)
    return results.length >= least && results
  })
/** As soon as the page says that this became of it. */
export const fate = (page: Page, state: string) =>
  page.waitForSelector(`.fate[data-fate="${state}"]`)
