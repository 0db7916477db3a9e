import type { Channel, Subscription } from '@night/shared/alert/subscription'

/** Where it goes, without what would let another send there. */
const channelView = (channel: Channel) => {
  switch (channel.type) {
    case 'webpush':
      return { type: channel.type, host: new URL(channel.subscription.endpoint).host }
    case 'webhook':
      return { type: channel.type, host: new URL(channel.url).host, form: channel.form }
    case 'screen':
      return { type: channel.type }
  }
}

/** A subscription as it is shown: no key, no secret, no whole address. [ALR42] */
export const viewOf = ({
  tokenHash: _hash,
  secret: _secret,
  run: _run,
  channel,
  ...rest
}: Subscription) => ({
  ...rest,
  channel: channelView(channel),
})
