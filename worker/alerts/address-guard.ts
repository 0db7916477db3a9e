import { lookup as ask } from 'node:dns/promises'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** All addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly string[]>

export type AddressGuard = {
  /** Why nothing is sent there, in words; null where it may be, as long as its name leads to the internet. */
  readonly objection: (url: URL) => string | null
  readonly isTrusted: (url: URL) => boolean
  /** For connections: resolves once, and answers only addresses that were looked at. */
  readonly lookup: LookupFunction
}

type Settings = {
  /** Exact origins, of receivers on the newsroom's own network: called whatever they are. */
  readonly trustedOrigins: readonly string[]
  readonly resolve?: Resolve
}

const inside = 'The address leads into a network, not to the internet.'

/** The code of the error with which a connection ends whose name led to an address that is not called. */
export const addressRefused = 'ADDRESS_REFUSED'

/**
 * Whoever subscribes names an address that we then call; this keeps us from being made to call what only we can
 * reach. [ALR20 ALR21]
 */
export const createAddressGuard = ({
  trustedOrigins,
  resolve = resolveAll,
}: Settings): AddressGuard => {
  const isTrusted = (url: URL): boolean => trustedOrigins.includes(url.origin)
  return {
    isTrusted,
    objection: (url) => {
      if (url.username || url.password) return 'The address carries a name or a password.'
      return isTrusted(url) ? null : objectionToStranger(url)
    },
    lookup: (hostname, { all }, answer) => {
      const refuse = (fault: NodeJS.ErrnoException): void => answer(fault, '')
      const give = (addresses: readonly string[]): void => {
        const [first = ''] = addresses
        if (!addresses.every(isPublic)) return refuse(refusal())
        if (!first) return refuse(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }))
        if (!all) return answer(null, first, isIP(first))
        answer(
          null,
          addresses.map((address) => ({ address, family: isIP(address) })),
        )
      }
      void resolve(hostname).then(give, refuse)
    },
  }
}

const resolveAll: Resolve = async (hostname) =>
  (await ask(hostname, { all: true })).map(({ address }) => address)

const refusal = (): NodeJS.ErrnoException =>
  Object.assign(new Error(inside), { code: addressRefused })

const objectionToStranger = (url: URL): string | null => {
  if (url.protocol !== 'https:') return 'Only addresses that begin with https:// are called.'
  if (url.port) return 'Only the usual port of https, 443, is called.'
  const address = url.hostname.replace(/^\[|\]$/g, '')
  return isIP(address) !== 0 && !isPublic(address) ? inside : null
}

/** IPv4 that is not the internet: RFC 6890 and its successors, and where a cloud tells its machines their secrets. */
const notPublic = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  notPublic.addSubnet(network, bits)
}

/** What of IPv6 is given out, so that all else is refused, mapped IPv4 too; and what of that carries IPv4 or is for show. */
const givenOut = new BlockList()
givenOut.addSubnet('2000::', 3, 'ipv6')
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  notPublic.addSubnet(network, bits, 'ipv6')
}

/** Whether an address is one of the internet's. What is no address is not. */
export const isPublic = (address: string): boolean => {
  switch (address.includes('%') ? 0 : isIP(address)) {
    case 4:
      return !notPublic.check(address)
    case 6:
      return givenOut.check(address, 'ipv6') && !notPublic.check(address, 'ipv6')
    default:
      return false
  }
}
