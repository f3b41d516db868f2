import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import { defineQuery } from '../../kernel/query.ts'
import { templateSaved } from '../model/facts.ts'
import { mailPurposes } from '../model/outgoing-mail.ts'
import { manageTemplates, seeMail } from '../model/permissions.ts'
import { fieldsOf, mergeFields } from '../model/template.ts'
import { templatesOf } from './load-templates.ts'
import { deleteTemplate, saveTemplateRow } from './template.sql.ts'

const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A key is written with small letters and hyphens.')
  .max(80)
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'That is not a language code.')

/** All mail templates with the fields each uses, and the fields there are. */
export const templates = defineQuery({
  name: 'messaging.templates',
  says: 'All mail templates, by key and language.',
  permission: seeMail,
  input: z.strictObject({}),
  handle: async (tx) =>
    ok({
      templates: (await templatesOf(tx))
        .toSorted((a, b) => (a.key + a.language < b.key + b.language ? -1 : 1))
        .map((one) => ({ ...one, fields: fieldsOf(`${one.subject}\n${one.body}`).fields })),
      fields: mergeFields,
    }),
})

/** Writes a template in one language; a field that does not exist is refused, for it would block every mail (R35). */
export const saveTemplate = defineCommand({
  name: 'messaging.saveTemplate',
  says: 'Writes a mail template in one language.',
  permission: manageTemplates,
  input: z.strictObject({
    key,
    name: z.string().trim().min(1).max(120),
    language,
    purpose: z.enum(mailPurposes),
    subject: z.string().trim().min(1, 'A subject is needed.').max(300),
    body: z.string().trim().min(1, 'A text is needed.').max(50_000),
  }),
  handle: async (tx, input) => {
    const { unknown } = fieldsOf(`${input.subject}\n${input.body}`)
    if (unknown.length > 0)
      return refuse(
        'unknown-field',
        `There is no field ${unknown.map((field) => `“${field}”`).join(', ')}.`,
        {
          field: 'body',
          details: { unknown, fields: mergeFields },
        },
      )
    const saved = await tx.row(
      saveTemplateRow({ id: newId(), ...input, updatedAt: tx.now, updatedBy: userIdOf(tx.actor) }),
    )
    tx.record(
      templateSaved(
        { subjectId: input.key },
        { key: input.key, language: input.language, isNew: saved!.isNew },
      ),
    )
    return ok({ key: input.key, language: input.language })
  },
})

/** Forgets what was written; where the product brings a text of its own, that holds again. */
export const resetTemplate = defineCommand({
  name: 'messaging.resetTemplate',
  says: 'Forgets a written template; the product’s own text holds again where there is one.',
  permission: manageTemplates,
  input: z.strictObject({ key, language }),
  handle: async (tx, input) => {
    if ((await tx.change(deleteTemplate(input.key, input.language))) === 0)
      return refuse('not-found', 'This template was not changed.')
    tx.record(templateSaved({ subjectId: input.key }, { ...input, isNew: false }))
    return ok(null)
  },
})
