import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Contest } from '@night/shared/contest'
import { type Imported, importNight } from '@night/worker/import/import-night'
import { readMeans } from '@night/worker/import/means'
import { parseOrder } from '@night/worker/import/order'
import { readSources } from '@night/worker/import/read-sources'
import type { Sources } from '@night/worker/import/sources'

/** The almanac that is committed, and the hash. */
export const means = await readMeans()

/** A few real rows of each file that the import reads. */
export const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/import/${name}.csv`, import.meta.url))

export const tamworthNight = { night: '2023-10-19-by-elections', date: '2023-10-19' }
export const rutherglenNight = {
  night: '2023-10-05-rutherglen-and-hamilton-west',
  date: '2023-10-05',
}
export const generalElection = { night: '2024-07-04-general-election', date: '2024-07-04' }

type Named = { readonly night: string; readonly date: string }

/** The words of a command line, each option before its value. */
const commandLine = (options: Readonly<Record<string, string>>): string[] =>
  Object.entries(options).flatMap(([option, value]) => [`--${option}`, value])

/** A night of by-elections, with every optional file. */
export const byElectionWords = ({ night, date }: Named): string[] =>
  commandLine({
    night,
    date,
    constituencies: fixture('by-election-constituencies'),
    candidates: fixture('by-election-candidates'),
    previous: fixture('ge2019-candidates'),
    times: fixture('declaration-times'),
    held: fixture('held-since'),
    predecessors: fixture('predecessors'),
  })

export const generalElectionWords = ({ night, date }: Named): string[] =>
  commandLine({
    night,
    date,
    constituencies: fixture('ge2024-constituencies'),
    candidates: fixture('ge2024-candidates'),
    previous: fixture('notional-2019'),
  })

/** A file of `data/`, as text. */
export const dataText = (path: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`../../../data/${path}`, import.meta.url)), 'utf8')

/** A by-election of the files since 2010, with or without the general election before. */
export const sinceWords = ({ night, date }: Named, previous: string): string[] =>
  commandLine({
    night,
    date,
    constituencies: fixture('since-2010-constituencies'),
    candidates: fixture('since-2010-candidates'),
    previous: fixture(previous),
  })

export const sourcesOf = (words: readonly string[]): Promise<Sources> =>
  readSources(parseOrder(words, undefined), () => {})

export const made = (night: Named, sources: Sources): Extract<Imported, { outcome: 'made' }> => {
  const imported = importNight(night, sources, means)
  if (imported.outcome === 'refused') throw new Error(JSON.stringify(imported.findings))
  return imported
}

export const contestIn = (contests: readonly Contest[], name: string): Contest => {
  const contest = contests.find(({ constituency }) => constituency.name === name)
  if (!contest) throw new Error(`No contest ${name}`)
  return contest
}
