import type { ProblemCode } from '../problems.ts'

/** What each refusal says to a journalist, by an example from the night of 19 October 2023. */
export const refusalDetails: Readonly<Record<ProblemCode, string>> = {
  'not-json':
    'The body could not be read as JSON. Nothing was taken from it; send JSON in UTF-8, packed as Content-Encoding says.',
  'no-token': 'Send a valid token: Authorization: Bearer …',
  'not-allowed': 'Hall of Tamworth may not declare Mid Bedfordshire on this night.',
  'no-such-thing': 'There is no night “2023-10-20-by-elections”.',
  'exists-already': '“tamworth-tonight” is taken.',
  'too-large': 'The body is larger than anything that is sent here: 32 KB, and 3 MB for a night.',
  'does-not-fit': 'valid is missing; “votse” is not known here.',
  'second-person': 'Ann sent this. A second person has to look at it and let it through.',
  'not-armed':
    'This night is not live yet: two people at the desk have to type “GO LIVE tamworth-tonight”.',
  'not-empty': 'Something was said on this night already. Open another.',
  'not-live': 'Only a night that was opened as live can be armed.',
  'wrong-phrase': 'To go live, type exactly: GO LIVE tamworth-tonight',
  'not-held': 'It is not held back: it is published.',
  'cannot-be-released':
    'The votes add up to 10 fewer than the declared total: they come to 25,586, the total read out is 25,596. That cannot be overruled: reject it, and send it anew as it should be.',
  'no-such-contest': 'E14000530 is not contested on this night.',
  'before-polls-close': 'Polls close on Thursday 10.00pm; nothing is declared before.',
  'in-the-future': '3.45am is still to come: it is 2.46am now.',
  'push-off':
    'Web push is off in this house, since VAPID_SUBJECT is not set. Alerts can still be read on the page.',
  'read-only': 'Queues are looked at here, and changed nowhere.',
  driven: 'Ann drives this replay: ask Ann to let go, or take over after a minute without a move.',
  'changed-meanwhile': 'Others changed this replay at the same moment. Try again.',
  'too-many': 'More than thirty declarations in a minute. Wait a minute, then send again.',
  fault: 'This is our mistake and was logged. Send exactly the same again: it counts once.',
  'disk-full':
    'There is little room on the disk of this machine: nothing more is taken until there is room. Tell the technical desk.',
  'redis-away':
    'It is not known whether this was kept. Send exactly the same again: it counts once.',
}
