import type { HistoryLine } from '../history.ts'
import { createLinesFile } from './lines-file.ts'
import { openLightClient } from './light-client.ts'

// Many screens of one server that only note where they stand, as a process of their own.
const [url = '', night = '', count = '0', file = '', name = ''] = process.argv.slice(2)
/** So many come at a time: to arrive is not what is tried. */
const atOnce = 50
const write: (line: HistoryLine) => void = createLinesFile(file).write

const openOne = (client: string): Promise<void> =>
  new Promise((isThere) => {
    const head = () => ({ t: Date.now(), pid: process.pid, role: 'screen' as const, night, client })
    openLightClient({
      url,
      night,
      onPlaces: (places, isWhole) => {
        for (const { seq, hash } of places)
          write({ ...head(), kind: isWhole ? 'reset' : 'recv', seq, hash })
        isThere()
      },
      onBack: () => write({ ...head(), kind: 'reconnect' }),
    })
  })

const names = Array.from({ length: Number(count) }, (_, place) => `${name}${place + 1}`)
for (let from = 0; from < names.length; from += atOnce)
  await Promise.all(names.slice(from, from + atOnce).map(openOne))
process.stdout.write('clients are there\n')
