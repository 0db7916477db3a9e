import { NewSubscription, SubscriptionChange } from '@night/shared/alert/subscription'
import * as alert from '@night/shared/answer/alert'
import { BoardAnswer, SeatAnswer } from '@night/shared/answer/board'
import * as fate from '@night/shared/answer/fate'
import * as house from '@night/shared/answer/house'
import * as night from '@night/shared/answer/night'
import * as people from '@night/shared/answer/people'
import { ConstituencyId } from '@night/shared/constituency'
import { Baseline, Candidate, Contest } from '@night/shared/contest'
import { Declaration } from '@night/shared/declaration'
import { Closing, FlashCall, NoteCall, StatusCall, Withdrawal } from '@night/shared/desk'
import * as event from '@night/shared/event'
import { Follow } from '@night/shared/follow'
import { Instant } from '@night/shared/instant'
import { NightDefinition, NightId, NightSummary, OpenNight } from '@night/shared/night'
import { OfficerScope } from '@night/shared/officer'
import { ClockMessage, Handshake, NightMessage, Passed } from '@night/shared/protocol'
import { Replay, ReplayChange } from '@night/shared/replay'
import { RecordLine, Result } from '@night/shared/result'
import { RulingCall } from '@night/shared/ruling'
import type { z } from 'zod'
import { Receipt } from '../alerts/alert-log.ts'
import { Arming } from '../arming.ts'
import { NewReplay } from '../begin-replay.ts'
import { Opening } from '../openings.ts'
import { refusalForms } from './refusals.ts'

type Names = Readonly<Record<string, z.ZodType>>

/** Forms that are sent and answered alike. */
const both: Names = { ConstituencyId, Instant, NightId, Baseline, Candidate, Contest }

/** What is sent to the house: a part with a default may be left out. */
export const sent: Names = {
  ...both,
  Arming,
  Closing,
  Declaration,
  FlashCall,
  Follow,
  Handshake,
  NewOfficer: OfficerScope,
  NewReplay,
  NewSubscription,
  NightDefinition,
  NoteCall,
  Opening,
  Receipt,
  ReplayChange,
  RulingCall,
  StatusCall,
  SubscriptionChange,
  Withdrawal,
}

/** What the house answers and sends: everything is there. */
export const told: Names = {
  ...both,
  Armed: fate.ArmedAnswer,
  Board: BoardAnswer,
  ClockMessage,
  Closed: event.Closed,
  Corrected: event.Corrected,
  Corrections: night.CorrectionsAnswer,
  Declared: event.Declared,
  Deliveries: alert.DeliveriesAnswer,
  Delivery: alert.DeliveryAnswer,
  Events: night.EventsAnswer,
  Fate: fate.FateAnswer,
  Flash: event.Flash,
  Held: fate.HeldAnswer,
  Live: house.LiveAnswer,
  Me: people.MeAnswer,
  Measures: house.MeasuresAnswer,
  NewToken: people.NewOfficerAnswer,
  Night: night.NightAnswer,
  NightEvent: event.NightEvent,
  NightMessage,
  NightSummary,
  Nights: night.NightsAnswer,
  Note: event.Note,
  Officers: people.OfficersAnswer,
  OpenApi: house.OpenApiAnswer,
  OpenNight,
  Opened: event.Opened,
  Passed,
  PushKey: alert.PushKeyAnswer,
  Queued: fate.QueuedAnswer,
  Reach: fate.ReachAnswer,
  Ready: house.ReadyAnswer,
  Reason: fate.ReasonAnswer,
  RecordLine,
  Refusals: fate.RefusalsAnswer,
  Replay,
  Replays: house.ReplaysAnswer,
  Result,
  Ruled: fate.RuledAnswer,
  Seat: SeatAnswer,
  Status: event.Status,
  Subscribed: alert.SubscribedAnswer,
  Subscription: alert.SubscriptionAnswer,
  Subscriptions: alert.SubscriptionsAnswer,
  TestSent: alert.TestSentAnswer,
  WatchedContest: night.WatchedContest,
  Withdrawn: event.Withdrawn,
  ...Object.fromEntries(refusalForms),
}
