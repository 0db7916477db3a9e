import type { AlertMeasures } from '@night/shared/measures'
import { alertStepWords } from './health-words.ts'
import { alertScale } from './scale.ts'
import { StepsChart } from './steps-chart.tsx'

/** How long alerts take, and what nobody got. [ALR52] */
export const Alerts = ({ alerts }: { readonly alerts: AlertMeasures }) => (
  <section aria-labelledby="alerts">
    <h2 id="alerts">Alerts, from the declaration to the device</h2>
    <p class="health-note">
      The last thousand of each open night: white to the median, grey to 95%, a line to 99%. Each
      mark is ten times the one before; the first is 10 ms.
    </p>
    <StepsChart
      rows={alerts.steps.map((spread) => ({
        name: spread.to,
        words: alertStepWords[spread.to],
        spread,
      }))}
      counted="Alerts"
      scale={alertScale}
    />
    <dl class="counts">
      {counted.map(([what, words]) => (
        <div key={what} data-count={what}>
          <dt>{words}</dt>
          <dd>{alerts[what]}</dd>
        </div>
      ))}
    </dl>
  </section>
)

const counted = [
  ['waiting', 'Waiting to be sent'],
  ['parked', 'Given up after many tries'],
  ['late', 'Too old to be sent'],
  ['gone', 'Nobody there any more'],
  ['refused', 'Refused by the other side'],
] as const
