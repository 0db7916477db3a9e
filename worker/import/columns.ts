import { ConstituencyId } from '@night/shared/constituency'
import { z } from 'zod'
import { count, moment, name, optional, share } from './cells.ts'
import { partyOnBallot } from './ballot-party.ts'
import { notionalParty } from './notional-party.ts'
import { officialSeatName } from './seat-name.ts'

/** A row of constituencies.csv. By-election files have `election_date` and `cause`, general ones `declared_at`. */
export const SeatRow = z
  .object({
    ons_id: ConstituencyId,
    constituency_name: name,
    region_name: z.string().default(''),
    country_name: z.string().default(''),
    electorate: count.refine((electors) => electors > 0, 'more than no electors'),
    valid_votes: count,
    invalid_votes: optional(count),
    majority: optional(count),
    election_date: optional(z.iso.date()),
    cause: optional(z.string()),
    declared_at: optional(moment),
    declared_at_raw: optional(moment),
  })
  .transform((row) => ({
    id: row.ons_id,
    name: officialSeatName(row.constituency_name),
    region: row.region_name,
    country: row.country_name,
    electorate: row.electorate,
    valid: row.valid_votes,
    rejected: row.invalid_votes,
    majority: row.majority,
    date: row.election_date,
    cause: row.cause,
    declaredAt: row.declared_at ?? row.declared_at_raw,
  }))
export type SeatRow = z.output<typeof SeatRow>

/** A row of candidates.csv: someone who stood, and the votes. */
export const CandidateRow = z
  .object({
    ons_id: ConstituencyId,
    election_date: optional(z.iso.date()),
    party_name: z.string().default(''),
    party_abbreviation: z.string().default(''),
    firstname: z.string().trim().default(''),
    surname: z.string().trim(),
    votes: count,
  })
  .transform((row) => ({
    seat: row.ons_id,
    date: row.election_date,
    description: row.party_name,
    party: partyOnBallot(row.party_abbreviation, row.party_name),
    firstName: row.firstname,
    surname: row.surname,
    votes: row.votes,
  }))
export type CandidateRow = z.output<typeof CandidateRow>

const NotionalRow = z
  .object({
    ons_id: ConstituencyId,
    party_vote_code: name,
    party_abbreviation: name,
    party_name: name,
    votes: count,
  })
  .transform((row) => ({
    seat: row.ons_id,
    party: notionalParty(row.party_vote_code, row.party_abbreviation),
    name: row.party_name,
    votes: row.votes,
    notional: true,
  }))

const FormerCandidateRow = CandidateRow.transform(({ seat, party, description, votes }) => ({
  seat,
  party,
  name: description,
  votes,
  notional: false,
}))

/** Votes last time: a candidate's of the last general election, or a party's of a notional table. */
export const PreviousRow = z.union([NotionalRow, FormerCandidateRow])
export type PreviousRow = z.output<typeof PreviousRow>

/** When a by-election was declared, gathered from press reports. */
const ByElectionTimeRow = z
  .object({ constituency: name, election_date: z.iso.date(), declared_at_best: moment })
  .transform((row) => ({
    name: row.constituency,
    date: row.election_date,
    declaredAt: row.declared_at_best,
  }))

/** When a seat of a general election was declared, gathered from the press and a log kept on the night. */
const GeneralElectionTimeRow = z
  .object({ constituency_name: name, best_declared_at: moment })
  .transform((row) => ({
    name: row.constituency_name,
    date: null,
    declaredAt: row.best_declared_at,
  }))

export const TimeRow = z.union([ByElectionTimeRow, GeneralElectionTimeRow])
export type TimeRow = z.output<typeof TimeRow>

/** When a seat was declared at the general election before: a row of that election's constituencies.csv. */
export const ExpectedRow = z
  .object({ ons_id: ConstituencyId, constituency_name: name, declared_at: optional(moment) })
  .transform((row) => ({
    seat: row.ons_id,
    name: row.constituency_name,
    declaredAt: row.declared_at,
  }))
export type ExpectedRow = z.output<typeof ExpectedRow>

/** Since when a seat has been held, walked back over boundary changes by area; `overlap` is the weakest link, 0–1. */
export const HeldRow = z
  .object({
    ons_id: ConstituencyId,
    as_of: name,
    holder_group: z.string(),
    held_since: optional(z.iso.date()),
    weakest_area_overlap: optional(share),
    previous_holder: optional(name),
  })
  .transform((row) => ({
    seat: row.ons_id,
    asOf: row.as_of,
    group: row.holder_group,
    since: row.held_since,
    overlap: row.weakest_area_overlap,
    before: row.previous_holder,
  }))
export type HeldRow = z.output<typeof HeldRow>

/** How much of a seat's area lay in a seat of the set of boundaries before; sets are named by year. */
export const OverlapRow = z
  .object({
    from_constituency: name,
    to_set: z.string().regex(/^\d{4}$/),
    to_constituency: name,
    share_of_to_area: share,
  })
  .transform((row) => ({
    from: row.from_constituency,
    to: row.to_constituency,
    set: row.to_set,
    share: row.share_of_to_area,
  }))
export type OverlapRow = z.output<typeof OverlapRow>
