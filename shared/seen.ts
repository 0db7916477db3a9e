import { z } from 'zod'

/** What turns writing round, has no width, or is a control: a name that carries it reads as another. */
const unseen =
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g

/** Text for people, without what cannot be seen. [SEC14] */
export const Seen = z
  .string()
  .overwrite((text) => text.replaceAll(unseen, ''))
  .trim()
