import type { Grown } from './growth.ts'

type Series = {
  readonly title: string
  readonly across: string
  readonly of: (one: Grown) => number
  readonly points: readonly Grown[]
}

const panel = { width: 380, height: 260, left: 52, bottom: 46, top: 34, right: 16 }

/** What an event costs a server by its screens, by the length of the night, and by the groups of those who follow. */
export const growthPlot = (found: readonly Grown[]): string => {
  const alone = found.filter(({ servers }) => servers === 1)
  const series: readonly Series[] = [
    {
      title: 'by screens',
      across: 'screens',
      of: ({ clients }) => clients,
      points: alone.filter(({ logged, groups }) => logged === 650 && groups === 0),
    },
    {
      title: 'by the length of the night, 1,000 screens',
      across: 'events before',
      of: ({ logged }) => logged,
      points: alone.filter(({ clients, groups }) => clients === 1000 && groups === 0),
    },
    {
      title: 'by groups of followers, 1,000 screens',
      across: 'groups',
      of: ({ groups }) => groups,
      points: alone.filter(({ clients, logged }) => clients === 1000 && logged === 650),
    },
  ]
  const { width, height } = panel
  const drawn = series.map(
    (one, place) => `<g transform="translate(${place * width},0)">${draw(one)}</g>`,
  )
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width * series.length} ${height}" font-family="sans-serif" font-size="11" fill="#222">` +
    `<rect width="100%" height="100%" fill="#fff"/>${drawn.join('')}</svg>\n`
  )
}

const draw = ({ title, across, of, points }: Series): string => {
  const sorted = points.toSorted((a, b) => of(a) - of(b))
  const [mostX, mostY] = [of, ({ cpuOfEvent }: Grown) => cpuOfEvent].map((value) =>
    roundUp(Math.max(...sorted.map(value))),
  )
  const { width, height, left, right, top, bottom } = panel
  const x = (value: number): number => left + (value / (mostX ?? 1)) * (width - left - right)
  const y = (value: number): number =>
    height - bottom - (value / (mostY ?? 1)) * (height - bottom - top)
  const places = sorted.map((one) => `${x(of(one)).toFixed(1)},${y(one.cpuOfEvent).toFixed(1)}`)
  const dots = places.map((place) => {
    const [cx, cy] = place.split(',')
    return `<circle cx="${cx}" cy="${cy}" r="3.5"/>`
  })
  const ticks = [0, 0.5, 1].flatMap((share) => {
    const [alongX, alongY] = [share * (mostX ?? 0), share * (mostY ?? 0)]
    return [
      `<text x="${x(alongX)}" y="${height - bottom + 16}" text-anchor="middle">${alongX.toLocaleString('en-GB')}</text>`,
      `<text x="${left - 6}" y="${y(alongY) + 4}" text-anchor="end">${alongY.toLocaleString('en-GB')}</text>`,
      `<path d="M${left} ${y(alongY)}H${width - right}" stroke="#ddd"/>`,
    ]
  })
  return [
    `<text x="${left}" y="16" font-weight="bold">CPU ms an event, ${title}</text>`,
    ...ticks,
    `<text x="${(left + width - right) / 2}" y="${height - 8}" text-anchor="middle">${across}</text>`,
    `<polyline points="${places.join(' ')}" fill="none" stroke="#333" stroke-width="1.5"/>`,
    ...dots,
  ].join('')
}

/** To one, two or five and noughts. */
const roundUp = (value: number): number => {
  const ten = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 5, 10].find((times) => times * ten >= value) ?? 10) * ten
}
