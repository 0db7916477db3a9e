import { expect, test } from 'vitest'
import { drawn } from './soak/cost.ts'
import { openPage } from './support/browser.ts'
import { graphics, liveNight, liveNightOfTwo } from './support/graphics.ts'
import { midBedfordshire, tamworth } from './support/night.ts'

test('[OVL8] a graphic that loads anew is on air or not, and about the seat, as the operator left it', async () => {
  const { address } = await liveNightOfTwo()
  const { page } = await openPage()
  const anew = async (call: string) => {
    await page.evaluate(`window.${call}`)
    await page.reload()
    await page.waitForSelector('main[data-settled]')
    return page.getAttribute('main', 'data-playing')
  }
  await page.goto(address('strap'))
  expect(await anew('stop()')).toBe('false')
  expect(await anew('play()')).toBe('true')
  expect(await anew(`update('{"seat":"${tamworth}"}')`)).toBe('true')
  expect(await page.getAttribute('.strap', 'data-seat')).toBe(tamworth)
  await anew(`update('{"seat":null}')`)
  expect(await page.getAttribute('.strap', 'data-seat')).toBe(midBedfordshire)
})

/** A page that writes down what begins to move on it. */
const openWatched = async () => {
  const { page } = await openPage()
  await page.addInitScript(() => {
    const note = ({ type, target }: Event) => {
      const moved = target instanceof Element ? target.className : ''
      document.documentElement.dataset['moved'] += ` ${type}:${moved}`
    }
    for (const type of ['transitionrun', 'animationstart']) addEventListener(type, note, true)
  })
  const moved = async (address: string) => {
    await page.goto('about:blank')
    await page.goto(address)
    await page.waitForSelector('main[data-settled]')
    await page.evaluate(drawn)
    return (await page.getAttribute('html', 'data-moved')) ?? ''
  }
  return { page, moved }
}

test('[OVL1 OVL8] what a page brings neither comes nor goes before eyes', async () => {
  const { address } = await liveNight()
  const { moved } = await openWatched()
  for (const graphic of graphics) {
    expect(await moved(address(graphic))).toBe('')
    expect(await moved(`${address(graphic)}&start=waiting`)).toBe('')
  }
})

test.each(['system', 'address'])(
  '[SCR9] what comes later comes in, and at once where no motion is wanted by the %s',
  async (by) => {
    const { address } = await liveNightOfTwo()
    const { page, moved } = await openWatched()
    await moved(address('strap'))
    await page.evaluate('window.next()')
    await page.waitForSelector('[data-moved*="transitionrun:graphic"]', { state: 'attached' })
    if (by === 'system') await page.emulateMedia({ reducedMotion: 'reduce' })
    await moved(`${address('strap')}${by === 'address' ? '&motion=off' : ''}`)
    await page.evaluate('window.next()')
    await page.waitForSelector(`[data-seat="${tamworth}"]`)
    await page.evaluate('window.stop()')
    await page.evaluate(drawn)
    expect(await page.getAttribute('html', 'data-moved')).toBe(null)
  },
)
