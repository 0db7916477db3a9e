import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

/** What axe finds. The page's own policy allows no script but its own, so axe comes in through the debugger. */
export const violationsOn = async (page: Page): Promise<unknown> => {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  const session = await page.context().newCDPSession(page)
  const told =
    '({ violations }) => violations.map(({ id, nodes }) => [id, nodes.length, nodes[0].html])'
  const { result } = await session.send('Runtime.evaluate', {
    expression: `${axe};axe.run({ resultTypes: ['violations'] }).then(${told})`,
    awaitPromise: true,
    returnByValue: true,
  })
  return result.value
}
