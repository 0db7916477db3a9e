import { isIP } from 'node:net'
import type { Channel } from '@night/shared/alert/subscription'

/**
 * What speaks against calling an address, in words; null where nothing does. Whether its name leads into a network of
 * ours is looked at with each call. Origins that the house trusts are taken as they are. [ALR43]
 */
export const addressFault = (channel: Channel, trusted: readonly string[]): string | null => {
  if (channel.type === 'screen') return null
  const address = channel.type === 'webpush' ? channel.subscription.endpoint : channel.url
  const url = new URL(address)
  if (trusted.includes(url.origin)) return null
  if (url.protocol !== 'https:') return 'The address has to begin with https.'
  if (url.username !== '' || url.password !== '') return 'The address carries a name or a password.'
  if (url.port !== '') return 'The address names a port: alerts go to the usual one only.'
  return isName(url.hostname) ? null : 'The address has to be a name on the internet.'
}

const isName = (host: string): boolean =>
  isIP(host) === 0 && !host.startsWith('[') && /\.[a-z][a-z0-9-]*$/.test(host) && !isHere.test(host)

const isHere = /(^|\.)(localhost|local|internal|lan|home|arpa)$/
