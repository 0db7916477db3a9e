import { houseForm } from '@night/shared/time'

/** "11.30pm" for the contract's "23:30". */
export const clockOf = (timeOfDay: string): string => {
  const [hours, minutes = '00'] = timeOfDay.split(':')
  return houseForm(Number(hours), minutes)
}
