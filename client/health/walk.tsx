import type { WalkStep } from '@night/shared/measures'
import { secondsWords, walkStepWords } from './health-words.ts'
import { walkScale } from './scale.ts'
import { StepsChart } from './steps-chart.tsx'

/** How long declarations take, as a whole and step by step. [OBS1 OBS4] */
export const Walk = ({ walk }: { readonly walk: readonly WalkStep[] }) => {
  const steps = walk.filter(({ step }) => step !== 'whole')
  const whole = walk.find(({ step }) => step === 'whole')
  return (
    <section aria-labelledby="walk">
      <h2 id="walk">Declarations, from the door to the screens</h2>
      <p class="health-note">
        {walkStepWords.whole}: of the last thousand that came in by this server’s door and reached a
        screen of its own.
      </p>
      <dl class="counts" data-whole>
        <Figure words="Median" seconds={whole?.p50 ?? null} />
        <Figure words="95%" seconds={whole?.p95 ?? null} />
        <Figure words="99%" seconds={whole?.p99 ?? null} />
        <div>
          <dt>Declarations</dt>
          <dd>{whole?.count ?? 0}</dd>
        </div>
      </dl>
      <StepsChart
        rows={steps.map((spread) => ({
          name: spread.step,
          words: walkStepWords[spread.step],
          spread,
        }))}
        counted="Times"
        scale={walkScale}
      />
      <p class="health-note">
        White to the median, grey to 95%, a line to 99%. Each mark is ten times the one before.
        “Published, until read here” has the writing into the log in it; it and the queue are
        measured by the clocks of two machines.
      </p>
    </section>
  )
}

const Figure = ({
  words,
  seconds,
}: {
  readonly words: string
  readonly seconds: number | null
}) => (
  <div>
    <dt>{words}</dt>
    <dd>{secondsWords(seconds)}</dd>
  </div>
)
