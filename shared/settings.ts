import { z } from 'zod'
import { createRemedy } from './remedy.ts'

/** What the environment says, in this form; throws a remedy with a sentence for each variable that is wrong. [OPS10] */
export const settingsIn = <Form extends z.ZodType>(
  environment: Readonly<Record<string, string | undefined>>,
  form: Form,
): z.output<Form> => {
  const parsed = form.safeParse(environment)
  if (!parsed.success) throw createRemedy(z.prettifyError(parsed.error))
  return parsed.data
}
