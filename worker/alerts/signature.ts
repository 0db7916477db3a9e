import { createHmac } from 'node:crypto'

/** What is signed: the same id each time it is sent, Unix seconds, and the body to the letter. */
type Signed = { readonly id: string; readonly timestamp: number; readonly body: string }

/**
 * The headers by which a receiver knows that we sent it, as Standard Webhooks has them; null where `secret` is not
 * one. The secret is `whsec_` and 24 to 64 bytes as base64. [ALR25]
 */
export const signedHeaders = (
  secret: string | null,
  { id, timestamp, body }: Signed,
): Record<string, string> | null => {
  const key = Buffer.from(/^whsec_([A-Za-z0-9+/]+=*)$/.exec(secret ?? '')?.[1] ?? '', 'base64')
  if (key.length < 24 || key.length > 64) return null
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature}`,
  }
}
