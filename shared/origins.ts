import { z } from 'zod'

/** An origin as URLs say it: small letters, no usual port, nothing after it. */
const Origin = z
  .url({
    protocol: /^https?$/,
    hostname: /./,
    normalize: true,
    error: 'an origin: http://10.0.0.5:4567',
  })
  .regex(/^https?:\/\/[\w.:[\]-]+\/$/, 'an origin and nothing more: http://10.0.0.5:4567')
  .transform((url) => url.slice(0, -1))

/** Exact origins with a comma between them; none by default. No `*` and no other sign stands in one. [ALR21 EMB5] */
export const Origins = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((origin) => origin.trim())
      .filter((origin) => origin !== ''),
  )
  .pipe(z.array(Origin))
