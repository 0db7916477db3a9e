import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { definitionsKey, nightsKey } from '@night/shared/names'
import { expect, test } from 'vitest'
import { deskToken } from '../support/call.ts'
import { openHouse } from '../support/house.ts'
import { examplesIn, type PageExample } from '../support/page-examples.ts'
import { openRedis } from '../support/redis-client.ts'
import { root } from '../support/root.ts'
import { until } from '../support/until.ts'

const night = 'tamworth-tonight'

/** The page names its night and what is sent, so a Redis that knows them from an earlier run forgets them first. */
const forget = async (page: string): Promise<void> => {
  const names = [`{${night}}`, ...(page.match(/d-[0-9a-f]{32}/g) ?? [])]
  const redis = openRedis()
  const keys = (await redis.keys('*')).filter((key) => names.some((name) => key.includes(name)))
  if (keys.length > 0) await redis.del(keys)
  await redis.hdel(nightsKey, night)
  await redis.hdel(definitionsKey, night)
}

/** When somebody opened a night is now, whatever the page says. */
const withoutNow = (text: string): string => text.replaceAll(/"20(?!23)\d\d-[^"]*Z"/g, '"now"')

const ask = (url: string) => async (example: PageExample) => {
  const { method, path, body, headers } = example
  const filled = Object.entries(headers).map(([name, value]): [string, string] => [
    name,
    value.replace('$TOKEN', deskToken),
  ])
  // fetch would add “no-cache” to a conditional call, which asks for all of it; curl does not.
  const whole = { 'cache-control': 'max-age=0', ...Object.fromEntries(filled) }
  const request = { method, headers: whole }
  const response = await fetch(url + path, body === null ? request : { ...request, body })
  return `${response.status} ${withoutNow(await response.text())}`
}

test('[API8] every example of docs/api.md, run in turn, answers what the page says', async () => {
  const page = await readFile(join(root, 'docs', 'api.md'), 'utf8')
  await forget(page)
  const examples = examplesIn(page)
  expect(examples.length).toBeGreaterThan(5)
  const { server } = await openHouse()
  const answer = ask(server.url)
  for (const example of examples) {
    const wanted = `${example.status} ${withoutNow(example.answer)}`
    let got = await answer(example)
    // What was sent is decided a moment later.
    if (example.method === 'GET' && got.includes('"queued"'))
      got = await until('it is decided', async () => {
        const now = await answer(example)
        return !now.includes('"queued"') && now
      })
    expect([example.path, got]).toEqual([example.path, wanted])
  }
}, 60_000)
