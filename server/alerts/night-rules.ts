import type { AlertRules } from '@night/shared/alert/rules'
import type { NightDefinition } from '@night/shared/night'
import { isKnownParty } from '@night/shared/party'

/** What is said of a night, as far as it is said now. */
type Wished = {
  readonly seats?: readonly string[] | undefined
  readonly gains?: AlertRules['gains'] | undefined
}

/**
 * What this night has nothing of, in words: nobody should wait for an alert that cannot come. Null where all is found.
 * A party that is known and does not stand tonight is no fault. [ALR47]
 */
export const rulesFault = ({ seats, gains }: Wished, night: NightDefinition): string | null => {
  const { contests } = night
  const ids = new Set(contests.map(({ constituency }) => constituency.id))
  const seat = seats?.find((id) => !ids.has(id))
  if (seat !== undefined) return `${seat} is no seat of this night.`
  const regions = [...new Set(contests.map(({ constituency }) => constituency.region))]
  const region = gains?.regions.find((one) => !regions.includes(one))
  if (region !== undefined)
    return `No seat of this night is in “${region}”. Its regions: ${someOf(regions)}.`
  const parties = partiesOf(night)
  const party = gains?.parties.find((one) => !parties.has(one) && !isKnownParty(one))
  if (party === undefined) return null
  return `“${party}” is no party’s id. Those of this night: ${someOf([...parties])}.`
}

/** Those that stand, stood or hold a seat. */
const partiesOf = ({ contests }: NightDefinition): ReadonlySet<string> =>
  new Set(
    contests.flatMap(({ candidates, previous, holder }) => [
      ...candidates.map(({ party }) => party),
      ...(previous?.votes ?? []).map(({ party }) => party),
      ...(holder === null ? [] : [holder]),
    ]),
  )

/** As many as a sentence has room for. */
const most = 15

const someOf = (names: readonly string[]): string =>
  [...names.slice(0, most), ...(names.length > most ? ['…'] : [])].join(', ')
