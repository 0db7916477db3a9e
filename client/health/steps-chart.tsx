import type { AlertStep } from '@night/shared/measures'
import { secondsWords, stepWords } from './health-words.ts'
import { placeOf, ticks } from './scale.ts'

/** How long each step took: a bar to the median, a line on to what 95 and 99 of a hundred are not above. */
export const StepsChart = ({ steps }: { readonly steps: readonly AlertStep[] }) => (
  <table class="steps">
    <thead>
      <tr>
        <th scope="col">Step</th>
        <th scope="col" class="steps-scale">
          <span class="unseen">Picture</span>
          <Scale />
        </th>
        <th scope="col">Median</th>
        <th scope="col">95%</th>
        <th scope="col">99%</th>
        <th scope="col">Alerts</th>
      </tr>
    </thead>
    <tbody>
      {steps.map((step) => (
        <Row key={step.to} step={step} />
      ))}
    </tbody>
  </table>
)

const Row = ({ step }: { readonly step: AlertStep }) => (
  <tr data-step={step.to}>
    <th scope="row">{stepWords[step.to]}</th>
    <td class="steps-picture">
      <Bar step={step} />
    </td>
    <td data-name="Median">{secondsWords(step.p50)}</td>
    <td data-name="95%">{secondsWords(step.p95)}</td>
    <td data-name="99%">{secondsWords(step.p99)}</td>
    <td data-name="Alerts">{step.count}</td>
  </tr>
)

const Bar = ({ step: { p50, p95, p99 } }: { readonly step: AlertStep }) => (
  <svg viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
    {ticks.map(([seconds]) => (
      <line class="steps-tick" x1={placeOf(seconds)} x2={placeOf(seconds)} y1="0" y2="20" />
    ))}
    {p50 !== null && <rect class="steps-half" y="5" height="10" width={placeOf(p50)} />}
    {p50 !== null && p95 !== null && (
      <rect class="steps-most" x={placeOf(p50)} y="5" height="10" width={width(p50, p95)} />
    )}
    {p95 !== null && p99 !== null && (
      <rect class="steps-all" x={placeOf(p95)} y="9" height="2" width={width(p95, p99)} />
    )}
  </svg>
)

const width = (from: number, to: number): number => placeOf(to) - placeOf(from)

const Scale = () => (
  <svg class="steps-names" height="14" aria-hidden="true">
    {ticks.map(([seconds, name]) => (
      <text x={`${placeOf(seconds)}%`} y="11" text-anchor="middle">
        {name}
      </text>
    ))}
  </svg>
)
