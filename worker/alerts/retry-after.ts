/** Seconds: longer than any night, and a number that can be waited for. */
const longest = 9_999_999

/** Milliseconds that a `Retry-After` asks us to wait, whether in seconds or as a date; null where it says nothing. */
export const retryAfter = (header: string | undefined, now: number): number | null => {
  if (header === undefined) return null
  if (/^\d+$/.test(header)) return Math.min(Number(header), longest) * 1000
  const at = /^[A-Z][a-z]{2}, /.test(header) ? Date.parse(header) : Number.NaN
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}
