import { and } from '@night/shared/listing'
import type { NightDefinition } from '@night/shared/night'
import { dateWords } from '@night/shared/time'

/**
 * What a broadcaster would print: "General election 2019", "Tamworth by-election, 19 October 2023",
 * "By-elections, 19 October 2023: Tamworth and Mid Bedfordshire".
 */
export const titleOf = (
  kind: NightDefinition['kind'],
  date: string,
  seats: readonly string[],
): string => {
  if (kind === 'general-election') return `General election ${date.slice(0, 4)}`
  const on = dateWords(date)
  return seats.length === 1
    ? `${and(seats)} by-election, ${on}`
    : `By-elections, ${on}: ${and(seats)}`
}
