/** Which seats are shown. */
export const shows = [
  'all',
  'declared',
  'gain',
  'hold',
  'record',
  'undeclared',
  'overdue',
  'recount',
] as const
export type Show = (typeof shows)[number]

export const sortKeys = [
  'time',
  'name',
  'verdict',
  'from',
  'majority',
  'swing',
  'turnout',
  'changed',
] as const
export type SortKey = (typeof sortKeys)[number]

/** What the live region says of what arrives: of every seat, of those that search, party and place leave, or of none. */
export const sayings = ['everything', 'listed', 'nothing'] as const
export type Says = (typeof sayings)[number]

/** What an editor looks at: the address has all of it. */
export type View = {
  readonly text: string
  readonly show: Show
  /** A party's id, or nothing. */
  readonly party: string
  /** A region's or a country's name, or nothing. */
  readonly place: string
  readonly sort: SortKey
  readonly down: boolean
  /** The seat in the drawer, or nothing. */
  readonly seat: string
  readonly notes: boolean
  readonly says: Says
}

/** The latest change first. */
export const plainView: View = {
  text: '',
  show: 'all',
  party: '',
  place: '',
  sort: 'changed',
  down: true,
  seat: '',
  notes: false,
  says: 'everything',
}

const oneOf = <Name extends string>(names: readonly Name[], text: string | null): Name | null =>
  names.find((name) => name === text) ?? null

/** Names and words rise from A, figures and times fall from the most. */
export const fallsFirst = (sort: SortKey): boolean =>
  sort === 'majority' || sort === 'swing' || sort === 'turnout' || sort === 'changed'

/** What an address asks for; what it does not say is plain. [DSK1] */
export const viewOf = (search: string): View => {
  const query = new URLSearchParams(search)
  const sort = oneOf(sortKeys, query.get('sort')) ?? plainView.sort
  const order = query.get('order')
  return {
    text: query.get('q') ?? '',
    show: oneOf(shows, query.get('show')) ?? plainView.show,
    party: query.get('party') ?? '',
    place: query.get('place') ?? '',
    sort,
    down: order === null ? fallsFirst(sort) : order === 'down',
    seat: query.get('seat') ?? '',
    notes: query.get('notes') === 'on',
    says: oneOf(sayings, query.get('says')) ?? plainView.says,
  }
}

/** The address of a view, as short as it may be. [DSK1] */
export const searchOf = (night: string, view: View): string => {
  const query = new URLSearchParams({ night })
  const say = (name: string, value: string): void => {
    if (value !== '') query.set(name, value)
  }
  say('q', view.text)
  say('show', view.show === 'all' ? '' : view.show)
  say('party', view.party)
  say('place', view.place)
  say('sort', view.sort === plainView.sort ? '' : view.sort)
  if (view.down !== fallsFirst(view.sort)) query.set('order', view.down ? 'down' : 'up')
  say('seat', view.seat)
  say('notes', view.notes ? 'on' : '')
  say('says', view.says === plainView.says ? '' : view.says)
  return `?${query}`
}
