import type { Consequence } from '@night/shared/event'
import { type Reach, screensWords } from './reach.ts'

const titles: readonly (readonly [Consequence['kind'], string])[] = [
  ['line', 'The line'],
  ['total', 'The totals'],
  ['record', 'Records'],
  ['alert', 'Alerts'],
]

/** All that would no longer stand, and how many screens show it. [COR5] */
export const ReachWords = ({ reach: { consequences, screens } }: { readonly reach: Reach }) => (
  <section class="reach" aria-label="What was said because of it">
    <p class="reach-screens">
      <b>{screensWords(screens)}</b>
    </p>
    <p class="part-note">All that was said because of these figures:</p>
    <dl>
      {titles.map(([kind, title]) => {
        const some = consequences.filter((one) => one.kind === kind)
        return some.length === 0 ? null : (
          <div key={kind}>
            <dt>{title}</dt>
            {some.map(({ text }) => (
              <dd key={text}>{text}</dd>
            ))}
          </div>
        )
      })}
    </dl>
  </section>
)
