import { z } from 'zod'

/** An origin as URLs say it: small letters, no usual port, nothing after it. */
const Origin = z
  .url({
    protocol: /^https?$/,
    hostname: /./,
    normalize: true,
    error: 'an origin: http://10.0.0.5:4567',
  })
  .regex(/^https?:\/\/[^/@?#]+\/$/, 'an origin and nothing more: http://10.0.0.5:4567')
  .transform((url) => url.slice(0, -1))

/**
 * ALERT_ORIGINS: receivers on the newsroom's own network that alerts may be sent to, exact origins with a comma
 * between them. [ALR21]
 */
export const AlertOrigins = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((origin) => origin.trim())
      .filter((origin) => origin !== ''),
  )
  .pipe(z.array(Origin))
export type AlertOrigins = z.infer<typeof AlertOrigins>
