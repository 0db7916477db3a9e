import type { NightSummary } from '@night/shared/night'

type Answer = { readonly nights?: readonly NightSummary[]; readonly detail?: string }

/** The nights of this server, or why there are none to be had, in words. */
export const fetchNights = async (
  token: string | undefined,
): Promise<readonly NightSummary[] | string> => {
  const headers: Record<string, string> =
    token === undefined ? {} : { authorization: `Bearer ${token}` }
  try {
    const response = await fetch('/api/nights', { headers })
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own server's answer
    const answer = (await response.json()) as Answer
    return answer.nights ?? answer.detail ?? 'The list of nights cannot be read.'
  } catch {
    return 'The server cannot be reached.'
  }
}
