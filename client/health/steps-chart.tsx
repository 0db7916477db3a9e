import type { Spread } from '@night/shared/spread'
import { secondsWords } from './health-words.ts'
import { placeOf, type Scale } from './scale.ts'

type StepRow = { readonly name: string; readonly words: string; readonly spread: Spread }

type StepsChartProps = {
  readonly rows: readonly StepRow[]
  /** What took the steps. */
  readonly counted: string
  readonly scale: Scale
}

/** How long each step took: a bar to the median, a line on to what 95 and 99 of a hundred are not above. */
export const StepsChart = ({ rows, counted, scale }: StepsChartProps) => (
  <table class="steps">
    <thead>
      <tr>
        <th scope="col">Step</th>
        <th scope="col" class="steps-scale">
          <span class="unseen">Picture</span>
          <Names scale={scale} />
        </th>
        <th scope="col">Median</th>
        <th scope="col">95%</th>
        <th scope="col">99%</th>
        <th scope="col">{counted}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ name, words, spread }) => (
        <tr key={name} data-step={name}>
          <th scope="row">{words}</th>
          <td class="steps-picture">
            <Bar spread={spread} scale={scale} />
          </td>
          <td data-name="Median">{secondsWords(spread.p50)}</td>
          <td data-name="95%">{secondsWords(spread.p95)}</td>
          <td data-name="99%">{secondsWords(spread.p99)}</td>
          <td data-name={counted}>{spread.count}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Bar = ({ spread, scale }: { readonly spread: Spread; readonly scale: Scale }) => {
  const { p50, p95, p99 } = spread
  const at = (seconds: number) => placeOf(seconds, scale)
  return (
    <svg viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
      {scale.ticks.map(([seconds]) => (
        <line class="steps-tick" x1={at(seconds)} x2={at(seconds)} y1="0" y2="20" />
      ))}
      {p50 !== null && <rect class="steps-half" y="5" height="10" width={at(p50)} />}
      {p50 !== null && p95 !== null && (
        <rect class="steps-most" x={at(p50)} y="5" height="10" width={at(p95) - at(p50)} />
      )}
      {p95 !== null && p99 !== null && (
        <rect class="steps-all" x={at(p95)} y="9" height="2" width={at(p99) - at(p95)} />
      )}
    </svg>
  )
}

const Names = ({ scale }: { readonly scale: Scale }) => (
  <svg class="steps-names" height="14" aria-hidden="true">
    {scale.ticks.map(([seconds, name]) => (
      <text x={`${placeOf(seconds, scale)}%`} y="11" text-anchor="middle">
        {name}
      </text>
    ))}
  </svg>
)
