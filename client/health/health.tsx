import type { AlertMeasures, Measures, NightMeasures } from '@night/shared/measures'
import type { ReadonlySignal } from '@preact/signals'
import { ModeMark } from '../parts/mode-mark.tsx'
import { ageOf, canaryWords, type Heard } from './health-words.ts'
import { StepsChart } from './steps-chart.tsx'

type HealthProps = {
  readonly heard: ReadonlySignal<Heard>
  readonly now: ReadonlySignal<number>
}

/** How the house is, for people. [ALR52] */
export const Health = ({ heard, now }: HealthProps) => {
  const { state, words, age } = ageOf(heard.value, now.value)
  const { measures } = heard.value
  return (
    <main class="health" data-state={state}>
      <h1>Health</h1>
      <p class="health-age">
        <span role={state === 'alarm' ? 'alert' : undefined}>{words}</span> {age}
      </p>
      {measures !== null && <Figures measures={measures} />}
    </main>
  )
}

const Figures = ({ measures: { alerts, canary, nights } }: { readonly measures: Measures }) => {
  const { state, words } = canaryWords(canary)
  return (
    <>
      <section aria-labelledby="alerts">
        <h2 id="alerts">Alerts, from the declaration to the device</h2>
        <p class="health-note">
          The last thousand of each open night: white to the median, grey to 95%, a line to 99%.
          Each mark is ten times the one before; the first is 10 ms.
        </p>
        <StepsChart steps={alerts.steps} />
        <Counts alerts={alerts} />
      </section>
      <section class="canary" data-state={state} aria-labelledby="canary">
        <h2 id="canary">Canary</h2>
        <p class="canary-words">{words}</p>
        <p class="health-note">
          An alert that the house sends itself every three minutes, all the way to a device.
        </p>
      </section>
      <section aria-labelledby="nights">
        <h2 id="nights">Open nights</h2>
        <Nights nights={nights} />
      </section>
    </>
  )
}

const counted = [
  ['waiting', 'Waiting to be sent'],
  ['parked', 'Given up after many tries'],
  ['late', 'Too old to be sent'],
  ['gone', 'Nobody there any more'],
  ['refused', 'Refused by the other side'],
] as const

const Counts = ({ alerts }: { readonly alerts: AlertMeasures }) => (
  <dl class="counts">
    {counted.map(([what, words]) => (
      <div key={what} data-count={what}>
        <dt>{words}</dt>
        <dd>{alerts[what]}</dd>
      </div>
    ))}
  </dl>
)

const Nights = ({ nights }: { readonly nights: readonly NightMeasures[] }) => {
  if (nights.length === 0) return <p class="health-note">No night is open.</p>
  return (
    <table class="nights">
      <thead>
        <tr>
          <th scope="col">Night</th>
          <th scope="col">Mode</th>
          <th scope="col">Events</th>
          <th scope="col">Screens here</th>
        </tr>
      </thead>
      <tbody>
        {nights.map(({ id, title, mode, seq, screens }) => (
          <tr key={id} data-night={id}>
            <th scope="row">
              <a href={`/wall?night=${encodeURIComponent(id)}`}>{title}</a>
            </th>
            <td data-name="Mode">
              <ModeMark mode={mode} words={mode.toUpperCase()} />
            </td>
            <td data-name="Events">{seq}</td>
            <td data-name="Screens here">{screens}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
