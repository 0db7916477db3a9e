import { z } from 'zod'
import { londonTime } from './london.ts'

/** Digits only, so that an empty cell is never read as 0. */
export const count = z.string().regex(/^\d+$/, 'a whole number').transform(Number)

export const share = z
  .string()
  .regex(/^\d+(\.\d+)?$/, 'a share of 0–1')
  .transform(Number)

/** A figure with or without decimals, and with a sign where it has one. */
export const figure = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, 'a figure')
  .transform(Number)

export const name = z.string().trim().min(1)

/** Null where the file has no such column, an empty cell, or "[x]", which says that it is not known. */
export const optional = <T extends z.ZodType<unknown, string>>(cell: T) =>
  z.union([z.enum(['', '[x]']).transform(() => null), cell]).default(null)

const byTheClock =
  /^(?:(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)|(?<d>\d\d)\/(?<m>\d\d)\/(?<y>\d{4}))[ T](?<time>\d\d:\d\d)(?::\d\d)?$/

/** A moment, with its offset; or by London's clocks: "08/05/2015 02:30", "2015-05-08 02:30:00". */
export const moment = z.union([
  z.iso.datetime({ offset: true }),
  z.string().transform((text, context) => {
    const { year, month, day, d, m, y, time } = byTheClock.exec(text)?.groups ?? {}
    const told = time && londonTime(`${year ?? y}-${month ?? m}-${day ?? d}`, time)
    if (told) return told
    context.addIssue('a moment such as 2015-05-08T02:30:00+01:00')
    return z.NEVER
  }),
])
