import type { Measures } from '@night/shared/measures'
import { faultWords } from './health-words.ts'

const rooms = [
  ['server', 'This server'],
  ['worker', 'The worker'],
] as const

/** What either room has logged as an error last. [OBS6] */
export const Faults = ({ faults, at }: Pick<Measures, 'faults' | 'at'>) => (
  <section aria-labelledby="faults">
    <h2 id="faults">The last error</h2>
    <dl class="faults">
      {rooms.map(([room, name]) => {
        const { state, words } = faultWords(faults[room], at)
        return (
          <div key={room} data-fault={room} data-state={state}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        )
      })}
    </dl>
  </section>
)
