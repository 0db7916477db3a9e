import type { IncomingMessage } from 'node:http'

/** A page of another site cannot read along in a visitor's name; programs without a page have no origin. [SEC4] */
export const isOwnOrigin = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean => {
  if (headers.origin === undefined) return true
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host
}
