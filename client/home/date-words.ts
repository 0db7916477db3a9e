const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** A date without a time, "2023-10-19", as "19 October 2023". */
export const dateWords = (date: string): string => format.format(new Date(`${date}T00:00:00Z`))
