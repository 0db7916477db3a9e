import { noOrder } from '../support/order.ts'
import { openBarePage } from './bare-page.ts'
import { costLine } from './cost.ts'
import { endsOfSteps, ofDeclarations, ofMinutes, ofRows, passing } from './cost-declaration.ts'
import { droppedAt, ofReconnects, ofSilence } from './cost-reconnect.ts'
import { ofSeeks } from './cost-seek.ts'
import { openFragileLine } from './fragile-line.ts'
import { openStandWith } from './stand.ts'

// `npm run costs`: what a declaration, a reconnect and a seek cost a screen's main thread: milliseconds, median and in
// brackets the 95th percentile. Everything that the thread does meanwhile is counted, the page's own clock and the meter
// too: "nothing" says how much those are. Printed and never asserted: a busy machine is slower.
noOrder('npm run costs')
const screens = ['wall', 'overlay/score', 'overlay/strap', 'overlay/ticker']

const stand = await openStandWith(openBarePage)
try {
  const line = await openFragileLine(stand.url)
  const house = { call: stand.call, line, page: stand.browser }
  const ends = await endsOfSteps(house)
  const results = await passing(house)
  const print = (...words: Parameters<typeof costLine>): void =>
    void process.stdout.write(costLine(...words))
  for (const screen of screens) {
    print(`${screen}: a declaration`, await ofDeclarations(house, screen, results))
    print(`${screen}: each of thirty in a row`, await ofRows(house, screen, results))
    print(`${screen}: all of one minute, 2 to 5`, await ofMinutes(house, screen, ends))
    print(`${screen}: nothing, for half a second`, await ofSilence(house))
    print(
      `${screen}: a reconnect, the last missed`,
      await ofReconnects(house, screen, droppedAt.late),
    )
    print(
      `${screen}: a reconnect, all 650 missed`,
      await ofReconnects(house, screen, droppedAt.first),
    )
  }
  print('replay: a seek in 650 results', await ofSeeks(house.page, stand.url))
  line.close()
} finally {
  await stand.close()
}
