import { z } from 'zod'

/**
 * What turns writing round, has no width, or is a control: a name that carries it reads as another. A flag that is spelt
 * by letters that cannot be seen goes with them: without them it would be another's.
 */
const unseen =
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  /\u{1F3F4}[\u{E0020}-\u{E007F}]+|[\p{Default_Ignorable_Code_Point}\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFF9-\uFFFB]/gu

/** Text for people, without what cannot be seen. [SEC14] */
export const Seen = z
  .string()
  .overwrite((text) => text.replaceAll(unseen, ''))
  .trim()
