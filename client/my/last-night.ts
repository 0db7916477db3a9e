import { keep, readKept } from '../parts/machine-storage.ts'

const key = 'my-night'

/** The night that was looked at last, for a phone that opens the page from its home screen without a signal. */
export const lastNight = (): string | null => readKept(key)

/** Where nothing is kept the address has to say it. */
export const rememberNight = (night: string): void => void keep(key, night)
