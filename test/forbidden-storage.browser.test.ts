import { expect, test } from 'vitest'
import { openPage } from './support/browser.ts'
import { openHouse } from './support/house.ts'
import { october, tamworth } from './support/night.ts'

const token = 'the-view-token-of-the-tests'

test.each([
  { path: '/wall', ready: '[data-tally]' },
  { path: '/desk', ready: '[data-row]' },
  { path: `/seat/${tamworth}`, ready: '.seat-view' },
  { path: '/my', ready: '.my-seat' },
  { path: '/overlay/strap', ready: 'main[data-settled]' },
  { path: '/desk/held', ready: '.work' },
  { path: `/entry/${tamworth}`, ready: '.entry' },
])(
  '[WALL12 ENT8] $path opens, and opens anew, in a browser that lets no page keep anything',
  async ({ path, ready }) => {
    const { server } = await openHouse({ VIEW_TOKEN: token })
    const { page, complaints } = await openPage()
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('Access is denied.', 'SecurityError')
          },
        })
    })
    await page.goto(`${server.url}${path}?night=${october}#token=${token}`)
    await page.waitForSelector(ready)
    await page.reload()
    await page.waitForSelector(ready)
    expect(complaints.filter((words) => words.includes('denied'))).toEqual([])
  },
)
