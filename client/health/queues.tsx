import type { QueueMeasures } from '@night/shared/measures'
import { ModeMark } from '../parts/mode-mark.tsx'

const names = { declarations: 'Declarations', alerts: 'Alerts' } as const

/** What stands in each queue. [OBS4] */
export const Queues = ({ queues }: { readonly queues: readonly QueueMeasures[] }) => (
  <section aria-labelledby="queues">
    <h2 id="queues">What waits</h2>
    <table class="figures" data-narrow>
      <thead>
        <tr>
          <th scope="col">Queue</th>
          <th scope="col">Waiting</th>
          <th scope="col">Under way</th>
          <th scope="col">Later</th>
          <th scope="col">Given up</th>
        </tr>
      </thead>
      <tbody>
        {queues.map(({ queue, mode, waiting, active, delayed, failed }) => (
          <tr key={`${queue}-${mode}`} data-queue={`${queue}-${mode}`}>
            <th scope="row">
              {names[queue]} <ModeMark mode={mode} words={mode.toUpperCase()} />
            </th>
            <td data-name="Waiting">{waiting}</td>
            <td data-name="Under way">{active}</td>
            <td data-name="Later">{delayed}</td>
            <td data-name="Given up" data-state={failed > 0 ? 'alarm' : 'well'}>
              {failed}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
