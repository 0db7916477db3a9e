import type { AlertRules } from '@night/shared/alert/rules'
import type { News } from './news.ts'

export type Rule =
  | 'seats'
  | 'milestones'
  | 'upsets'
  | 'keySeats'
  | 'records'
  | 'gains'
  | 'everyResult'
  | 'desk'

/** The first rule by which a reporter wants this news, the weightiest first; null: let them sleep. [ALR6] */
export const wantedBy = (rules: AlertRules, news: News): Rule | null => {
  const { kind } = news.message
  if (news.seat && rules.seats.includes(news.seat.id)) return 'seats'
  // How a count goes concerns whoever waits for that seat, and nobody else.
  if (kind === 'status') return null
  if (kind === 'milestone') return rules.milestones ? 'milestones' : null
  if (kind === 'note') return rules.desk && news.seat === null ? 'desk' : null
  if (rules.upsets && news.why.upset !== null) return 'upsets'
  if (rules.keySeats && news.why.keySeat !== null) return 'keySeats'
  if (rules.records && news.why.record !== null) return 'records'
  if (isWantedGain(rules.gains, news.seat)) return 'gains'
  return rules.everyResult ? 'everyResult' : null
}

const isWantedGain = (gains: AlertRules['gains'], seat: News['seat']): boolean => {
  if (gains === null || !seat?.isGain) return false
  const { parties, regions } = gains
  return (
    (parties.length === 0 || seat.parties.some((party) => parties.includes(party))) &&
    (regions.length === 0 || regions.includes(seat.region))
  )
}

/** The message as this rule sends it: led by why, and loud where the reporter is at the count. */
export const messageFor = (rule: Rule, { message, why }: News): News['message'] => {
  const leads = { upsets: why.upset, keySeats: why.keySeat, records: why.record }
  const lead = rule === 'upsets' || rule === 'keySeats' || rule === 'records' ? leads[rule] : null
  return {
    ...message,
    body: lead === null ? message.body : `${lead} ${message.body}`,
    urgent: message.urgent || rule === 'seats',
  }
}
