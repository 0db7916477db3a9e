import type { CanaryMeasures, Measures } from '@night/shared/measures'
import type { ReadonlySignal } from '@preact/signals'
import { Alerts } from './alerts.tsx'
import { Faults } from './faults.tsx'
import { ageOf, canaryWords, type Heard } from './health-words.ts'
import { Nights } from './nights.tsx'
import { Queues } from './queues.tsx'
import { Screens } from './screens.tsx'
import { Walk } from './walk.tsx'

type HealthProps = {
  readonly heard: ReadonlySignal<Heard>
  readonly now: ReadonlySignal<number>
}

/** How the house is, for people. [ALR52 OBS4] */
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

const Figures = ({ measures }: { readonly measures: Measures }) => (
  <>
    <Faults {...measures} />
    <Nights {...measures} />
    <Walk {...measures} />
    <Queues {...measures} />
    <Screens {...measures} />
    <Alerts {...measures} />
    <Canary {...measures} />
  </>
)

const Canary = ({ canary }: { readonly canary: CanaryMeasures | null }) => {
  const { state, words } = canaryWords(canary)
  return (
    <section class="canary" data-state={state} aria-labelledby="canary">
      <h2 id="canary">Canary</h2>
      <p class="canary-words">{words}</p>
      <p class="health-note">
        An alert that the house sends itself every three minutes, all the way to a device.
      </p>
    </section>
  )
}
