import { isIP } from 'node:net'
import { z } from 'zod'

/** Express's own names for what is near: this machine, its link, a private network. */
const near = ['loopback', 'linklocal', 'uniquelocal']

const isAddress = (text: string): boolean => {
  const [address = '', bits, ...more] = text.split('/')
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  if (more.length > 0 || most < 0) return false
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= most)
}

const refusal =
  'TRUSTED_PROXIES is how many proxies stand before this server, as 1, or their addresses with a comma between them: 10.0.0.7, 10.1.0.0/16, loopback, uniquelocal.'

/**
 * Who may say by `X-Forwarded-For` whom a request is from: so many hops, or these addresses; nobody by default. All
 * the world is no answer: then each could say that it is somebody else.
 */
export const TrustedProxies = z
  .string()
  .default('')
  .transform((text, context): number | string[] => {
    if (/^\d{1,2}$/.test(text)) return Number(text)
    const named = text.split(',').map((one) => one.trim())
    const all = named.filter((one) => one !== '')
    if (!all.every((one) => near.includes(one) || isAddress(one))) {
      context.addIssue({ code: 'custom', message: refusal })
    }
    return all
  })
export type TrustedProxies = z.infer<typeof TrustedProxies>
