import { z } from 'zod'

/** The ids of the alerts that are a digest's lines, in order. */
export const Lines = z.array(z.string())
