import { z } from 'zod'

/** The same schema, refusing fields that it does not name, however deep: nobody slips a role or a decision in (R18). */
export const nothingUnknown = <Schema extends z.ZodType>(schema: Schema): Schema =>
  closed(schema) as unknown as Schema

const closed = (schema: z.core.$ZodType): z.core.$ZodType => {
  const def = Object.fromEntries(
    Object.entries(schema._zod.def).map(([key, part]) => [key, partClosed(part)]),
  ) as unknown as z.core.$ZodTypeDef
  // An object that says itself what else it takes (a record of answers, say) is left its word.
  return z.core.clone(schema, isPlainObject(schema) ? Object.assign(def, { catchall: z.never() }) : def)
}

/** What a schema is made of: one schema, several, or the shape of an object. */
const partClosed = (part: unknown): unknown => {
  if (part instanceof z.core.$ZodType) return closed(part)
  if (Array.isArray(part)) return part.map(partClosed)
  if (part && Object.getPrototypeOf(part) === Object.prototype)
    return Object.fromEntries(Object.entries(part).map(([key, child]) => [key, partClosed(child)]))
  return part
}

const isPlainObject = (schema: z.core.$ZodType): boolean =>
  schema instanceof z.core.$ZodObject && schema._zod.def.catchall === undefined
