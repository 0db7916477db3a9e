import { spokenSeatName } from '../seat-name.ts'

/** Misspelt in the table, or named after a borough or county that nobody says → the seat's name. */
const nameByListed: Readonly<Record<string, string>> = {
  'Altrinham and Sale': 'Altrincham and Sale',
  'Bermondsey, Rotherhithe': 'Rotherhithe',
  'Bimingham, Handsworth': 'Birmingham Handsworth',
  'Birmingham, Northfiled': 'Birmingham Northfield',
  'Birmingham, Strechford': 'Birmingham Stechford',
  'Brimingham, Small Heath': 'Birmingham Small Heath',
  Carmathen: 'Carmarthen',
  'Cheter-le-Street': 'Chester-le-Street',
  'Debyshire West': 'West Derbyshire',
  'Dunfermline & W Fife': 'Dunfermline and West Fife',
  Dunfriesshire: 'Dumfriesshire',
  'Edinburh East': 'Edinburgh East',
  'Glasgow, Bridegton': 'Glasgow Bridgeton',
  "Glasgow, Queens's Park": "Glasgow Queen's Park",
  'Greenwich, Woolwich West': 'Woolwich West',
  'Kingston upon Hull, Haltemprice': 'Haltemprice',
  'Kinross-shire and Perthshire West': 'Kinross and West Perthshire',
  'Merton, Mitcham and Morden': 'Mitcham and Morden',
  'Mid-Ulster': 'Mid Ulster',
  'Newport(Mon.)': 'Newport',
  'Redbridge, Ilford North': 'Ilford North',
  'Roxburghshire, Selkirkshire and Peeblesshire': 'Roxburgh, Selkirk and Peebles',
  'Southwark, Bermondsey': 'Bermondsey',
  'Southwark, Peckham': 'Peckham',
  'Sutton, Carshalton': 'Carshalton',
  'Warwick and Lemington': 'Warwick and Leamington',
}

/** Where the table leaves out which part of the city it was; its votes are those of the seat named here. */
const nameByDay: Readonly<Record<string, string>> = {
  '1957-03-21 Newcastle upon Tyne': 'Newcastle upon Tyne North',
  '1976-11-04 Newcastle upon Tyne': 'Newcastle upon Tyne Central',
}

const wordByInitial: Readonly<Record<string, string>> = {
  N: 'North',
  S: 'South',
  E: 'East',
  W: 'West',
}

/** A seat's name as a broadcaster prints it: "Glasgow, Govan" is "Glasgow Govan", "Surrey SW" "South West Surrey". */
export const formerSeatName = (listed: string, date: string): string =>
  nameByDay[`${date} ${listed}`] ??
  nameByListed[listed] ??
  spokenSeatName(
    listed
      .replaceAll(/&| And /g, (word) => (word === '&' ? 'and' : ' and '))
      .replaceAll(/St\. ?/g, 'St ')
      .replace(/ ([NS]?[EW]?)$/, (_, initials: string) => ` ${inFull(initials)}`)
      .replaceAll(', ', ' '),
  )

const inFull = (initials: string): string =>
  Array.from(initials, (initial) => wordByInitial[initial]).join(' ')
