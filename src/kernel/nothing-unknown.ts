import { z } from 'zod'

/** The same schema, refusing fields that it does not name: nobody slips a role or a decision in (R18). */
export const nothingUnknown = <Schema extends z.ZodType>(schema: Schema): Schema =>
  schema instanceof z.ZodObject ? (schema.strict() as unknown as Schema) : schema
