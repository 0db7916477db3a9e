import { expect, test } from 'vitest'
import { entriesOf, textsIn } from '../../support/exported.ts'
import { openHouse } from '../../support/house.ts'
import { declarationOf, october, tamworth } from '../../support/night.ts'
import { present } from '../../support/present.ts'

const linkIn = (xml: string, rel: string): string | undefined =>
  new RegExp(`<link rel="${rel}" href="([^"]*)"`).exec(xml)?.[1]

test('[EXP5] every event is an entry, page after page, none twice', async () => {
  const { server, desk } = await openHouse()
  const night = '2024-07-04-general-election'
  const { events } = await desk.events(night)
  const ids: string[] = []
  let pages = 0
  let next: string | undefined = `/api/nights/${night}/feed.atom`
  while (next !== undefined) {
    const answer: Response = await fetch(server.url + next)
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const feed: string = await answer.text()
    expect(linkIn(feed, 'self')).toBe(next)
    ids.push(...entriesOf(feed).flatMap((entry) => textsIn(entry, 'id')))
    pages += 1
    next = linkIn(feed, 'next')
  }
  expect([pages, ids.length]).toEqual([7, events.length])
  expect(ids).toEqual(
    events
      .toReversed()
      .map(({ seq, hash }) => `tag:results-night,2024-07-04:${night}/${seq}-${hash.slice(0, 16)}`),
  )
})

test('[EXP5] the title is the snap, the content story and figures', async () => {
  const { server } = await openHouse()
  const feed = await (await fetch(`${server.url}/api/nights/${october}/feed.atom`)).text()
  const entry = present(entriesOf(feed)[2])
  expect(textsIn(entry, 'title')).toEqual([
    'RECORDED: LAB GAIN Tamworth from CON. Maj 1,316. Swing 23.9 pts Con to Lab. Turnout 35.9%.',
  ])
  const [content = ''] = textsIn(entry, 'content')
  expect(content).toMatch(/^Labour gained Tamworth from the Conservatives/)
  expect(content).toContain(
    'Sarah Edwards (Lab) 11,719, 45.8%, +22.1\nAndy Cooper (Con) 10,403, 40.7%, −25.7',
  )
  expect(linkIn(entry, 'alternate')).toBe(`/seat/${tamworth}?night=${october}`)
})

test('[EXP6] a correction is an entry of its own, and what it replaces says that it no longer stands', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  const real = await declarationOf(october, tamworth)
  await desk.declare(night, real)
  await desk.reached(night, 2)
  const read = async () => (await fetch(`${server.url}/api/nights/${night}/feed.atom`)).text()
  const idOf = (entry: string) => textsIn(entry, 'id')[0]
  const [first = ''] = entriesOf(await read())
  expect(linkIn(first, 'successor-version')).toBeUndefined()
  await desk.declare(night, { ...real, rejected: 45, revision: 2, reason: 'One more was found' })
  const corrected = present((await desk.reached(night, 3)).at(-1))
  const [correction = '', replaced = ''] = entriesOf(await read())
  expect(textsIn(correction, 'title')[0]).toMatch(/^REHEARSAL: CORRECTION: LAB GAIN Tamworth/)
  expect(textsIn(correction, 'content')[0]).toMatch(/^Why: One more was found\n/)
  expect(linkIn(correction, 'predecessor-version')).toBe(idOf(first))
  expect(idOf(replaced)).toBe(idOf(first))
  expect(textsIn(replaced, 'title')[0]).toMatch(/^REHEARSAL: NO LONGER STANDS: LAB GAIN Tamworth/)
  expect(textsIn(replaced, 'published')).toEqual(textsIn(first, 'published'))
  expect(textsIn(replaced, 'updated')).toEqual([corrected.publishedAt])
  expect(linkIn(replaced, 'successor-version')).toBe(idOf(correction))
})
