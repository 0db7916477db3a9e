import { plain } from './plain.ts'

/** The same for one name in any order: "Bedfordshire Mid", "Mid-Bedfordshire" and "Mid Bedfordshire". */
export const seatKey = (name: string): string =>
  plain(name.replaceAll('&', ' and '))
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .toSorted()
    .join(' ')

/** "the" is not among them: "Penrith and The Border" has its capital by law. */
const small = /(?<=[ -])(?:An|And|In|Le|Of|On|Under|Upon)(?=[ -])/g

/** As the law spells it, of a name in which a file begins every word with a capital: "Newcastle upon Tyne Central". */
export const officialSeatName = (name: string): string =>
  name.replaceAll(small, (word) => word.toLowerCase())

const direction = /^(.+?) ((?:(?:North|South|East|West|Mid|Central) ?)+)$/
/** Where the direction comes first in plain English: "North Devon", but "Walsall North". */
const county =
  /shire$|^(?:Cornwall|Cotswolds|Devon|Dorset|Durham|Essex|Fife|Kent|Lothian|Norfolk|Northumberland|Ribble|Shropshire|Somerset|Suffolk|Surrey|Sussex|Swindon|Tayside|Thanet|Tyneside|Antrim|Down|Tyrone|Ulster|Londonderry)$/

/**
 * As one says it, of a name as lists sort it: "Staffordshire South East" is "South East Staffordshire",
 * "Durham, City of" is "City of Durham".
 */
export const spokenSeatName = (listed: string): string => {
  const [, place, article] = /^(.+), (The|City of)$/i.exec(listed) ?? []
  if (place && article) return `${article.toLowerCase() === 'the' ? 'The' : 'City of'} ${place}`
  const [, area = '', where = ''] = direction.exec(listed) ?? []
  return county.test(area) ? `${where} ${area}` : listed
}
