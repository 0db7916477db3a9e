import type { Instant } from '@night/shared/instant'
import { londonTime } from './london.ts'

/** Every general election since 1955, the first on the oldest boundaries known here. Add the next one. */
const generalElections = [
  '1955-05-26',
  '1959-10-08',
  '1964-10-15',
  '1966-03-31',
  '1970-06-18',
  '1974-02-28',
  '1974-10-10',
  '1979-05-03',
  '1983-06-09',
  '1987-06-11',
  '1992-04-09',
  '1997-05-01',
  '2001-06-07',
  '2005-05-05',
  '2010-05-06',
  '2015-05-07',
  '2017-06-08',
  '2019-12-12',
  '2024-07-04',
] as const

/** The day of the general election before that day. */
export const lastGeneralElection = (date: string): string => {
  const last = generalElections.findLast((day) => day < date)
  if (!last) throw new Error(`No general election before ${date} is known here.`)
  return last
}

/** As a baseline names it: "2019 general election". */
export const electionName = (day: string): string => `${day.slice(0, 4)} general election`

/** True when the boundaries first used at the general election of that year were in force on that day. */
export const isInForce = (year: string, date: string): boolean =>
  generalElections.some((day) => day.startsWith(year) && day <= date)

/** When the polls close, 10pm on London's clocks, as an instant. */
export const pollsCloseOn = (date: string): Instant => {
  const close = londonTime(date, '22:00')
  if (close === null) throw new Error(`${date} has no 10pm.`)
  return close
}
