import { z } from 'zod'
import { createRemedy } from './remedy.ts'

/** What the environment says, in this form, an empty variable being none; throws a remedy with a sentence for each variable that is wrong. [OPS10] */
export const settingsIn = <Form extends z.ZodType>(
  environment: Readonly<Record<string, string | undefined>>,
  form: Form,
): z.output<Form> => {
  const set = Object.entries(environment).filter(([, value]) => value !== '')
  const parsed = form.safeParse(Object.fromEntries(set))
  if (!parsed.success) throw createRemedy(z.prettifyError(parsed.error))
  return parsed.data
}
