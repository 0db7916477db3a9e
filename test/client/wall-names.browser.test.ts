import { targetName } from '@night/client/battleground/battle-words'
import { fit } from '@night/client/fit'
import { dueRoom, untimedRoom } from '@night/client/schedule/schedule-words'
import { expect, test } from 'vitest'
import { openPage } from '../support/browser.ts'
import { openHouse } from '../support/house.ts'
import { definitionOf } from '../support/night.ts'
import { stillReplay } from '../support/still-replay.ts'

const july = '2024-07-04-general-election'
const nights = ['2019-12-12-general-election', july]

const names = async (): Promise<string[]> => {
  const definitions = await Promise.all(nights.map(definitionOf))
  return definitions.flatMap(({ contests }) =>
    contests.map(({ constituency }) => constituency.name),
  )
}

/** Names that are cut in the first place of that kind, set as its row sets them. */
const cutIn = async (
  wall: string,
  selector: string,
  setOf: (name: string) => { readonly style: object; readonly isLong?: boolean },
) => {
  const { server, desk } = await openHouse()
  const { night } = await stillReplay(desk, july, '2024-07-05T03:40:00.000Z')
  const { page } = await openPage()
  await page.goto(`${server.url}/wall/${wall}?night=${night}`)
  await page.waitForSelector(selector)
  await page.evaluate(() => document.fonts.ready.then(() => true))
  const all = (await names()).map((name) => {
    const { style, isLong = false } = setOf(name)
    return { name, isLong, style: Object.entries(style) }
  })
  return page.evaluate(
    ([place, set]) => {
      const row = document.querySelector<HTMLElement>(place)
      if (!row) return ['There is no row.']
      return set.flatMap(({ name, style: entries, isLong }) => {
        row.replaceChildren(name)
        row.classList.toggle('target-name-long', isLong)
        for (const [key, text] of entries) row.style.setProperty(key, String(text))
        return row.scrollWidth > row.clientWidth ? [name] : []
      })
    },
    [selector, all] as const,
  )
}

test('[GEW10] of a thousand names among targets none is cut, alone or beside a word', async () => {
  const shown = '.target:not(.target-far)'
  for (const state of ['taken', 'held'] as const) {
    const place = `${shown}[data-state="${state}"] .target-name`
    expect([state, await cutIn('battleground', place, (name) => targetName(name, state))]).toEqual([
      state,
      [],
    ])
  }
})

test('[GEW9] of a thousand names on the schedule none is cut', async () => {
  for (const [place, room] of [
    ['[data-list="due next"]', dueRoom],
    ['[data-list="no time known"]', untimedRoom],
  ] as const) {
    const style = (name: string) => ({ style: fit(name, room, 82) })
    expect([place, await cutIn('schedule', `${place} .due-name`, style)]).toEqual([place, []])
  }
})
