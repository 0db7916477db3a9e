import type { Board } from '@night/shared/board'
import { useComputed } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Alerts } from './alerts.ts'
import { browserFacts } from './browser.ts'
import { OfferView } from './offer-view.tsx'
import { type Offer, offerFor } from './offer.ts'
import { muteLeft } from './rules.ts'
import { StandingView } from './standing-view.tsx'

type AlertsViewProps = {
  readonly alerts: Alerts
  readonly board: Board
  readonly chosen: readonly string[]
}

/** Whether this phone rings, for what, and what became of each alert. Nothing of it on a recorded night. */
export const AlertsView = ({ alerts, board, chosen }: AlertsViewProps) => {
  const { phase, problem, house, standing } = alerts.phone
  const { mode } = board.night
  useEffect(() => (mode === 'recorded' ? undefined : alerts.start(mode)), [alerts, mode])
  useEffect(() => alerts.follow(chosen), [alerts, chosen.join(), phase.value])
  const state = useComputed(() => {
    const left = muteLeft(standing.rules.value?.mutedUntil ?? null, alerts.now.value)
    if (phase.value !== 'on' && phase.value !== 'away') return 'off'
    return left === null ? 'on' : `muted, ${left} left`
  })
  const offer = offerFor({ mode, house: house.value.state, ...browserFacts() })
  if (offer.kind === 'none') return null
  return (
    <section class="alerts" aria-labelledby="alerts" data-phase={phase.value}>
      <h2 id="alerts">
        Alerts{' '}
        <span class="alerts-state" data-state={state.value.split(',')[0]}>
          {state.value}
        </span>
      </h2>
      {problem.value !== null && <p class="alerts-problem">{problem.value}</p>}
      <Body {...{ alerts, board, offer }} />
    </section>
  )
}

type BodyProps = Omit<AlertsViewProps, 'chosen'> & { readonly offer: Offer }

const Body = ({ alerts, board, offer }: BodyProps) => {
  const { phase, problem } = alerts.phone
  switch (phase.value) {
    case 'reading':
      return null
    case 'away':
      return (
        <p class="part-note">
          This phone is signed up. What alerts it is read again as soon as there is a connection.
        </p>
      )
    case 'off':
    case 'asking':
      return (
        <OfferView
          {...{ alerts, offer }}
          isAsking={phase.value === 'asking'}
          hasFailed={problem.value !== null}
        />
      )
    case 'on':
      return <StandingView {...{ alerts, board, offer }} />
  }
}
