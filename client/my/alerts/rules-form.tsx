import type { AlertRules } from '@night/shared/alert/rules'
import type { Board } from '@night/shared/board'
import type { Alerts } from './alerts.ts'
import { Check } from './check.tsx'
import { GainsForm } from './gains-form.tsx'
import { HowOften } from './how-often.tsx'
import { switches } from './rules.ts'

export type RulesProps = {
  readonly alerts: Alerts
  readonly board: Board
  readonly rules: AlertRules
}

/** Every rule, in groups; each change is sent at once. [ALR70] */
export const RulesForm = ({ alerts, board, rules }: RulesProps) => (
  <>
    <fieldset>
      <legend>My seats</legend>
      <p class="part-note">{seatsInWords(board, rules.seats)}</p>
      <Check
        name="atCount"
        title="I am at the count"
        words="my seats ring in quiet hours too"
        isOn={rules.atCount}
        change={(atCount) => alerts.change({ atCount })}
      />
    </fieldset>
    <fieldset>
      <legend>The rest of the night</legend>
      <GainsForm {...{ alerts, board, rules }} />
      {switches.map(({ rule, title, words }) => (
        <Check
          key={rule}
          name={rule}
          {...{ title, words }}
          isOn={rules[rule]}
          change={(isOn) => alerts.change({ [rule]: isOn })}
        />
      ))}
    </fieldset>
    <HowOften {...{ alerts, rules }} />
    <p class="part-note">A correction of something that you were sent always comes.</p>
  </>
)

/** Names that one line has room for. */
const most = 3

const seatsInWords = ({ seatsById }: Board, seats: readonly string[]): string => {
  if (seats.length === 0) return 'None yet: choose your seats above.'
  const names = seats.slice(0, most).map((id) => seatsById[id]?.contest.constituency.name ?? id)
  const others = seats.length - names.length
  const list = [...names, ...(others > 0 ? [`${others} more`] : [])].join(', ')
  return `${list}: winner, result, recount and when it is imminent, each at once.`
}
