import type { ResultEvent } from '@night/shared/event'
import { present } from '../../support/present.ts'
import { until } from '../../support/until.ts'
import { isResult } from '../reading.ts'
import { correctionOf } from './correction.ts'
import { noted } from './disturbances.ts'
import { createSender } from './sender.ts'
import type { Stand } from './stand.ts'

const hour = 3_600_000
const patience = 60_000

const skewed = (hours: number): NodeJS.ProcessEnv => ({
  NODE_OPTIONS: `--import=data:text/javascript,const%20now=Date.now;Date.now=()=>now()+${hours * hour}`,
})

/** The workers' clocks an hour before and an hour after everybody else's; each decides something by its own. */
export const skewClocks = (stand: Stand) =>
  noted(stand, { fault: 'clock-skew', of: 'workers' }, async () => {
    for (const [place, worker] of stand.workers.entries()) {
      await worker.kill()
      await worker.start(skewed(place === 0 ? 1 : -1))
    }
    const two = await until(
      'two seats are declared',
      async () => {
        const results = (await stand.logNow()).filter(isResult)
        return results.length >= 2 && results.slice(0, 2)
      },
      patience,
    )
    for (const [place, event] of two.entries()) await decidedBy(stand, place, event)
    const now = Date.now()
    const off = (await stand.logNow()).map(({ publishedAt }) => Date.parse(publishedAt) - now)
    stand.found('events by a clock that is an hour ahead', off.filter((by) => by > hour / 2).length)
    stand.found('events by one an hour behind', off.filter((by) => by < -hour / 2).length)
  })

/** The first of two that are free takes all there is: the other has its turn while that one stands still. */
const decidedBy = async (stand: Stand, place: number, event: ResultEvent): Promise<void> => {
  const other = present(stand.workers[1 - place])
  other.signal('SIGSTOP')
  try {
    await createSender(stand).send(correctionOf(event))
    await until(
      'the correction is decided',
      async () =>
        (await stand.logNow()).some(
          ({ kind, ...rest }) =>
            kind === 'corrected' &&
            'constituency' in rest &&
            rest.constituency?.id === event.constituency.id,
        ),
      patience,
    )
  } finally {
    other.signal('SIGCONT')
  }
}
