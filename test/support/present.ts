/** The value, which a test cannot go on without. */
export const present = <Value>(
  value: Value | null | undefined,
  what = 'what the test is about',
): Value => {
  if (value === null || value === undefined) throw new Error(`${what} is not there`)
  return value
}
