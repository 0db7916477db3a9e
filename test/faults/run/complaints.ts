import { z } from 'zod'

const Complaint = z.object({
  level: z.number().min(50),
  msg: z.string(),
  why: z.string().optional(),
})

/** Whoever is killed may leave half a line. */
export const isWhole = (line: string): boolean => line.startsWith('{') && line.endsWith('}')

/** What programs themselves called an error, and how often: where to look when something was broken. */
export const complaintsIn = (lines: readonly string[]): Record<string, number> => {
  const times: Record<string, number> = {}
  for (const line of lines) {
    const complaint = isWhole(line) ? Complaint.safeParse(JSON.parse(line)).data : undefined
    if (!complaint) continue
    const words = [complaint.msg, complaint.why].filter((one) => one !== undefined).join(': ')
    times[words] = (times[words] ?? 0) + 1
  }
  return times
}
