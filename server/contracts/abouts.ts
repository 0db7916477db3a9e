/** What the forms that matter most are, in a sentence; the schemas in `shared` say it of each part. */
export const abouts: Readonly<Record<string, string>> = {
  Baseline:
    'What a result is measured against: the last general election here, or its notional result on new boundaries.',
  Board: 'Everything a screen needs of a night, folded from its log up to `seq`.',
  Candidate: 'Somebody nominated; `description` is what the ballot paper calls the party.',
  ClockMessage: 'The night’s clock; `speed` is night seconds a second.',
  Closed: 'The night is over.',
  ConstituencyId: 'An ONS (GSS) code.',
  Contest: 'All that is known of a seat before the polls close. Candidates stand in ballot order.',
  Corrected:
    'A later revision of a seat’s figures; `replaces` is the seq of those that no longer stand.',
  Declaration:
    'The votes as the returning officer read them out. `rejected` is null where the officer did not say; `verified`, `majority` and `elected` are checked and never used.',
  Declared: 'A seat’s figures, what we say of them, and in which words.',
  Fate: 'What became of something that was sent.',
  Flash: 'The winner, before there are figures.',
  Follow:
    'What a program wants to hear. Every list that is given has to fit; a night’s beginning and end always do.',
  Handshake: 'What a screen says when it connects; without `since` the whole board is sent.',
  NightDefinition: 'What is known of a night before the polls close.',
  NightEvent:
    'One fact of a night, the same on every way out. `seq` counts without gaps; `hash` chains them.',
  NightMessage:
    'The whole board, or exactly what was missed. `reset`: the screen’s history is not this log’s.',
  Note: 'A quote, a reaction, a line of context; of the night where no constituency is named.',
  Passed: 'In place of an event that a follower does not follow: it is complete up to there.',
  RecordLine:
    'A superlative and its proof. `weight` is what it is worth beside other lines, 0 to 100.',
  Replay:
    'A replay as it stands: at `setAt` on the wall’s clock the night’s clock stood at `position`.',
  Result:
    'What we say of a declaration. Shares are ratios from 0 to 1, swings percentage points; both unrounded.',
  Seat: 'A seat of a board: the event whose figures stand, or how its count goes.',
  Status: 'How a count goes, or when a declaration is expected.',
  Withdrawn: 'A result that does not stand.',
}
