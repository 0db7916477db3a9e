import { clockTime, milliseconds, weekday } from '@night/shared/time'

/** Milliseconds after the polls close until which a time needs no day. */
const sameNight = 14 * 3_600_000

/** "2.45am"; "Sat 6.00pm" once the night is long over. */
export const nightTimeWords = (at: string, pollsClose: string): string =>
  milliseconds(at) - milliseconds(pollsClose) > sameNight
    ? `${weekday(at).slice(0, 3)} ${clockTime(at)}`
    : clockTime(at)

type ClockTimeProps = { readonly at: string; readonly pollsClose: string }

/** A time on London's clocks; the wire's own time stands behind it. */
export const ClockTime = ({ at, pollsClose }: ClockTimeProps) => (
  <time dateTime={at} title={`${at.slice(0, 19).replace('T', ' ')} UTC`}>
    {nightTimeWords(at, pollsClose)}
  </time>
)
