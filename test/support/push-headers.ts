import { createPublicKey, verify } from 'node:crypto'
import { z } from 'zod'

const Claims = z.strictObject({ aud: z.string(), exp: z.int(), sub: z.string() })

/** Who signed a push, and what for. */
export type Vapid = z.infer<typeof Claims> & { readonly publicKey: string; readonly token: string }

/** What a strict push service wants to be told with each push. RFC 8030, 5 */
export const PushHeaders = z.object({
  ttl: z.coerce.number().int().min(0),
  urgency: z.enum(['very-low', 'low', 'normal', 'high']),
  topic: z.string().regex(/^[A-Za-z0-9_-]{1,32}$/),
  'content-encoding': z.literal('aes128gcm'),
  authorization: z.string(),
})

/** Whose signature it is, once it was verified and has not run out; null where it is not one. RFC 8292 */
export const vapidOf = (authorization: string): Vapid | null => {
  const [, token = '', publicKey = ''] =
    /^vapid t=([^,]+), k=([\w-]{87})$/.exec(authorization) ?? []
  if (!publicKey) return null
  const [header = '', payload = '', signature = ''] = token.split('.')
  const isSigned = verify(
    'sha256',
    Buffer.from(`${header}.${payload}`),
    { key: pointToKey(publicKey), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  if (!isSigned) return null
  const claims = Claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
  const left = claims.exp * 1000 - Date.now()
  return left > 0 && left <= 86_400_000 ? { ...claims, publicKey, token } : null
}

const pointToKey = (point: string) => {
  const bytes = Buffer.from(point, 'base64url')
  const x = bytes.subarray(1, 33).toString('base64url')
  const y = bytes.subarray(33).toString('base64url')
  return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
}
