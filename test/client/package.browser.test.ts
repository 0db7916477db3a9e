import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openPage } from '../support/browser.ts'
import { declarationOf, midBedfordshire, october } from '../support/night.ts'
import { buildPackage, temporaryFolder } from '../support/package.ts'
import { openProxy } from '../support/proxy.ts'
import { openHouseWithTamworth } from '../support/tamworth.ts'

const { folder, remove } = await temporaryFolder()
afterAll(remove)

const pageOf = (
  night: string,
) => `<!doctype html><link rel="icon" href="data:,"><title>A stranger's page</title><p></p>
<script type="module">
  import { createFeed, createFollower } from './results-night-feed.js'
  const house = { url: location.origin, night: '${night}' }
  const line = document.querySelector('p')
  createFeed(house).subscribe(({ board }) => {
    if (board) line.dataset.declared = Object.values(board.seatsById).filter(({ latest }) => latest).length
  })
  for await (const event of createFollower(house)) {
    if (event.kind === 'declared') line.textContent += event.words.time + ' '
  }
</script>`

test('[PKG7] a page behind the house’s proxy uses the file as a plain module, and hears what comes', async () => {
  const { server, desk, night } = await openHouseWithTamworth()
  const script = await readFile(join(await buildPackage(folder), 'results-night-feed.js'), 'utf8')
  const newsroom = await openProxy(server.url, {
    '/stranger.html': { type: 'text/html', text: pageOf(night) },
    '/results-night-feed.js': { type: 'text/javascript', text: script },
  })
  const { page, complaints } = await openPage()
  await page.goto(`${newsroom}/stranger.html`)
  const line = page.locator('p')
  await line.and(page.locator('[data-declared="1"]')).getByText('2.45am').waitFor()
  await desk.declare(night, await declarationOf(october, midBedfordshire))
  await line.and(page.locator('[data-declared="2"]')).getByText('3.20am').waitFor()
  expect(await line.textContent()).toBe('2.45am 3.20am ')
  expect(complaints).toEqual([])
})
