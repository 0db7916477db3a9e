/** "11.30pm" for the contract's "23:30". */
export const clockOf = (timeOfDay: string): string => {
  const [hours = 0, minutes = 0] = timeOfDay.split(':').map(Number)
  const half = hours < 12 ? 'am' : 'pm'
  return `${hours % 12 === 0 ? 12 : hours % 12}.${String(minutes).padStart(2, '0')}${half}`
}
