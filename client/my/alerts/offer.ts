import type { Mode } from '@night/shared/night'

/** The house's key for push: asked for, not to be had just now, or switched off. */
export type HouseKey =
  | { readonly state: 'asked' | 'away' | 'off' }
  | { readonly state: 'known'; readonly key: string }

export type Facts = {
  readonly mode: Mode
  readonly house: HouseKey['state']
  readonly canPush: boolean
  readonly isApplePhone: boolean
  readonly isInstalled: boolean
  readonly permission: NotificationPermission
}

/** What a phone can be offered: that it rings, or that alerts stand on the page while it is open. */
export type Offer =
  | { readonly kind: 'ring' }
  | { readonly kind: 'screen'; readonly why: string }
  | { readonly kind: 'none' }

const whileOpen = 'Alerts can be on this page while it is open.'

/** A browser is asked only where the answer can be yes; else it is said why not. [ALR67 ALR68 ALR69] */
export const offerFor = (facts: Facts): Offer => {
  const { mode, house, canPush, permission } = facts
  if (mode === 'recorded') return { kind: 'none' }
  if (mode !== 'live') return { kind: 'screen', why: `${notLive[mode]} It makes no phone ring.` }
  if (house === 'off') return because('Alerts to phones are switched off in this newsroom.')
  if (!canPush) return because(cannotPush(facts))
  if (permission === 'denied') return because(denied)
  return { kind: 'ring' }
}

const notLive = {
  rehearsal: 'Alerts of a rehearsal stay on this page, marked TEST.',
  replay: 'Alerts of a replay stay on this page, marked REPLAY.',
} as const

const because = (why: string): Offer => ({ kind: 'screen', why: `${why} ${whileOpen}` })

export const denied =
  'Notifications from this address are blocked in this browser. Its settings for this site can allow them again.'

const cannotPush = ({ isApplePhone, isInstalled }: Facts): string =>
  isApplePhone && !isInstalled
    ? 'An iPhone or iPad takes alerts only from its home screen: tap Share, then Add to Home Screen, open My seats from there and turn on alerts.'
    : 'This browser takes no alerts while the page is closed.'
