import type { Board } from '@night/shared/board'
import type { Alerts } from './alerts.ts'
import { LogView } from './log-view.tsx'
import type { Offer } from './offer.ts'
import { muteLeft, mutedFrom, rulesInWords } from './rules.ts'
import { RulesForm } from './rules-form.tsx'

type StandingViewProps = {
  readonly alerts: Alerts
  readonly board: Board
  readonly offer: Offer
}

/** Alerts that are on: what for in a sentence, the two buttons of a night, all rules behind a fold, and the log. */
export const StandingView = ({ alerts, board, offer }: StandingViewProps) => {
  const { standing } = alerts.phone
  const rules = standing.rules.value
  if (rules === null) return null
  const isOnScreen = standing.view.value?.channel.type === 'screen'
  return (
    <>
      <p>{rulesInWords(rules)}</p>
      {isOnScreen && <OnScreen {...{ alerts, offer }} />}
      <div class="alerts-bar">
        <Mute alerts={alerts} mutedUntil={rules.mutedUntil} />
        <button type="button" data-do="test" onClick={alerts.sendTest}>
          Send a test
        </button>
      </div>
      <details class="alerts-rules">
        <summary>Choose what alerts me</summary>
        <RulesForm {...{ alerts, board, rules }} />
        <button type="button" class="alerts-other" data-do="off" onClick={alerts.turnOff}>
          Turn off alerts
        </button>
      </details>
      <LogView {...{ alerts, isOnScreen }} />
    </>
  )
}

const OnScreen = ({ alerts, offer }: Omit<StandingViewProps, 'board'>) =>
  offer.kind === 'ring' ? (
    <>
      <p class="part-note">
        They are on this page only, while it is open: this phone does not ring.
      </p>
      <button type="button" class="alerts-other" data-do="ring" onClick={alerts.turnOn}>
        Turn on alerts on this phone
      </button>
    </>
  ) : (
    <p class="part-note">{offer.kind === 'screen' ? offer.why : ''}</p>
  )

type MuteProps = { readonly alerts: Alerts; readonly mutedUntil: string | null }

/** How long it lasts stands beside the title. [ALR71] */
const Mute = ({ alerts: { change, now }, mutedUntil }: MuteProps) =>
  muteLeft(mutedUntil, now.value) === null ? (
    <button
      type="button"
      data-do="mute"
      onClick={() => change({ mutedUntil: mutedFrom(now.peek()) })}
    >
      Mute 30 minutes
    </button>
  ) : (
    <button type="button" data-do="unmute" onClick={() => change({ mutedUntil: null })}>
      Un-mute
    </button>
  )
