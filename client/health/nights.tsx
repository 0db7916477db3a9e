import type { Measures, NightMeasures } from '@night/shared/measures'
import { ModeMark } from '../parts/mode-mark.tsx'
import { secondsBetween, secondsWords, spanWords } from './health-words.ts'

type NightsProps = Pick<Measures, 'nights' | 'at'>

/** The open nights as this server has them: how far it has sent, to whom, and how fresh that is. [OBS5] */
export const Nights = ({ nights, at }: NightsProps) => (
  <section aria-labelledby="nights">
    <h2 id="nights">Open nights</h2>
    {nights.length === 0 ? (
      <p class="health-note">No night is open.</p>
    ) : (
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">Night</th>
            <th scope="col">Mode</th>
            <th scope="col">Sent up to event</th>
            <th scope="col">Screens here</th>
            <th scope="col">Behind</th>
            <th scope="col">Last event</th>
            <th scope="col">Log read</th>
          </tr>
        </thead>
        <tbody>
          {nights.map((night) => (
            <Row key={night.id} night={night} at={at} />
          ))}
        </tbody>
      </table>
    )}
  </section>
)

/** Seconds after which the log should have been looked at again. */
const overdueAfter = 10

const Row = ({ night, at }: { readonly night: NightMeasures; readonly at: string }) => {
  const { id, title, mode, seq, screens, behind, lastEvent, readAgeSeconds } = night
  const age = lastEvent === null ? '–' : `${spanWords(secondsBetween(lastEvent, at))} ago`
  return (
    <tr data-night={id}>
      <th scope="row">
        <a href={`/wall?night=${encodeURIComponent(id)}`}>{title}</a>
      </th>
      <td data-name="Mode">
        <ModeMark mode={mode} words={mode.toUpperCase()} />
      </td>
      <td data-name="Sent up to event">{seq}</td>
      <td data-name="Screens here">{screens}</td>
      <td data-name="Behind">{behind}</td>
      <td data-name="Last event">{age}</td>
      <td data-name="Log read" data-state={readAgeSeconds > overdueAfter ? 'alarm' : 'well'}>
        {secondsWords(readAgeSeconds)} ago
      </td>
    </tr>
  )
}
