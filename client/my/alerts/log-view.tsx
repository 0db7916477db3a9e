import type { Delivery } from '@night/shared/alert/message'
import { clockTime } from '@night/shared/time'
import type { Alerts } from './alerts.ts'
import { confirmedWords, deliveryWords, isFailed, marked } from './delivery-words.ts'

type LogViewProps = { readonly alerts: Alerts; readonly isOnScreen: boolean }

/** As many as one looks at; the others are a tap away. */
const recent = 5

/** What was sent, the newest first, and what became of it; on a page that is its own inbox, its text too. [ALR72] */
export const LogView = ({ alerts, isOnScreen }: LogViewProps) => {
  const deliveries = alerts.phone.log.deliveries.value
  if (deliveries === null) return null
  const earlier = deliveries.slice(recent)
  return (
    <section aria-label={isOnScreen ? 'Alerts on this page' : 'Sent to this phone'}>
      <h3>{isOnScreen ? 'On this page' : 'Sent to this phone'}</h3>
      {deliveries.length === 0 && <p class="part-note">Nothing yet.</p>}
      <Lines deliveries={deliveries.slice(0, recent)} isOnScreen={isOnScreen} />
      {earlier.length > 0 && (
        <details>
          <summary>{earlier.length} earlier</summary>
          <Lines deliveries={earlier} isOnScreen={isOnScreen} />
        </details>
      )}
      {!isOnScreen && <p class="part-note">{confirmedWords(deliveries)}</p>}
    </section>
  )
}

type LinesProps = { readonly deliveries: readonly Delivery[]; readonly isOnScreen: boolean }

const Lines = ({ deliveries, isOnScreen }: LinesProps) => (
  <ol class="alerts-log">
    {deliveries.map((delivery) => (
      <Line key={delivery.message.id} {...{ delivery, isOnScreen }} />
    ))}
  </ol>
)

type LineProps = { readonly delivery: Delivery; readonly isOnScreen: boolean }

const Line = ({ delivery, isOnScreen }: LineProps) => {
  const { id, kind, at, title, body, path } = delivery.message
  const { mark, text } = marked(title)
  const isHere = isOnScreen && delivery.state === 'sent'
  return (
    <li data-alert={id} data-kind={kind} data-failed={isFailed(delivery)}>
      <time dateTime={at}>{clockTime(at)}</time>
      <div>
        <a href={path}>
          {mark !== null && <span class="alerts-mark">{mark}</span>} {text}
        </a>
        {isOnScreen && <p>{body}</p>}
        {!isHere && <p class="alerts-fate">{deliveryWords(delivery)}</p>}
      </div>
    </li>
  )
}
