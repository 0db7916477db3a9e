import type { Alerts } from './alerts.ts'
import type { Offer } from './offer.ts'

type OfferViewProps = {
  readonly alerts: Alerts
  readonly offer: Offer
  readonly isAsking: boolean
  readonly hasFailed: boolean
}

/** What can be turned on here, from a tap; where a phone cannot ring, the page still shows. [ALR67 ALR69] */
export const OfferView = ({ alerts, offer, isAsking, hasFailed }: OfferViewProps) => {
  const canRing = offer.kind === 'ring'
  return (
    <>
      {isAsking && <p class="part-note">Waiting for the browser to answer.</p>}
      {!isAsking && !(canRing && hasFailed) && <p class="part-note">{wordsOf(offer)}</p>}
      {canRing && (
        <button
          type="button"
          class="alerts-main"
          disabled={isAsking}
          data-do="ring"
          onClick={alerts.turnOn}
        >
          Turn on alerts on this phone
        </button>
      )}
      {(!canRing || hasFailed) && (
        <button
          type="button"
          class={canRing ? 'alerts-other' : 'alerts-main'}
          disabled={isAsking}
          data-do="screen"
          onClick={alerts.showOnScreen}
        >
          Show alerts on this page
        </button>
      )}
    </>
  )
}

const wordsOf = (offer: Offer): string =>
  offer.kind === 'screen'
    ? offer.why
    : 'This phone can ring for your seats, gains, upsets and records, also while it is locked. You choose for what.'
