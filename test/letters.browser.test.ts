import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage } from './support/browser.ts'
import { openHouse } from './support/house.ts'
import { violationsOn } from './support/violations.ts'

const july = '2024-07-04-general-election'

/** Colours of parties that are painted on a page and are no grey. */
const coloursOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isGrey = (colour: string): boolean => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
      return Math.max(red, green, blue) - Math.min(red, green, blue) < 16
    }
    const parties = [...document.querySelectorAll('[style*="--party"], .cell-ground')]
    return parties
      .flatMap((one) => {
        const { fill, stroke, backgroundColor, color } = getComputedStyle(one)
        return one instanceof SVGElement ? [fill, stroke] : [backgroundColor, color]
      })
      .filter((colour) => !isGrey(colour))
  })

test('[SCR11] on walls that are asked for no colours, and on pages for more contrast, letters and words say who is meant', async () => {
  const { server } = await openHouse()
  const { page } = await openPage()
  const open = async (address: string) => {
    await page.goto(`${server.url}${address}`)
    await page.waitForSelector('[style*="--party"]')
  }
  await open(`/wall?night=${july}`)
  await page.waitForSelector('.cell-ground', { state: 'attached' })
  expect(await coloursOn(page)).not.toEqual([])
  for (const wall of ['/wall', '/wall/schedule', '/wall/battleground']) {
    await open(`${wall}?night=${july}&colours=off&from=con&to=lab`)
    expect([wall, await coloursOn(page)]).toEqual([wall, []])
  }
  await open(`/wall?night=${july}&colours=off`)
  await page.waitForSelector('.cell-ground', { state: 'attached' })
  expect(await coloursOn(page)).toEqual([])
  expect(await page.innerText('.count-key')).toBe('White: gain')
  expect(await violationsOn(page)).toEqual([])
  await page.emulateMedia({ contrast: 'more' })
  for (const path of ['/wall', '/desk', '/seat/E14001148', '/wall/battleground']) {
    await open(`${path}?night=${july}&from=con&to=lab`)
    expect([path, await coloursOn(page), await violationsOn(page)]).toEqual([path, [], []])
  }
})

test('[SCR11] embeds are without colours on either ground for who asks for more contrast', async () => {
  const { server } = await openHouse()
  const { page } = await openPage({ width: 700, height: 900 })
  await page.emulateMedia({ contrast: 'more' })
  for (const what of ['strap', 'score', 'map'])
    for (const ground of ['light', 'dark']) {
      await page.goto(`${server.url}/embed/${what}?night=${july}&ground=${ground}`)
      await page.waitForSelector(what === 'map' ? '.cell-gain' : '[style*="--party"]', {
        state: 'attached',
      })
      expect([what, ground, await coloursOn(page), await violationsOn(page)]).toEqual([
        what,
        ground,
        [],
        [],
      ])
    }
  expect(await page.innerText('.key')).toContain('Strong: gain')
})
