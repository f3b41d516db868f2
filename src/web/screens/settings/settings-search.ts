import { z } from 'zod'

/** The parts of the settings; the address holds the one that is shown. */
export const settingsParts = [
  'account',
  'people',
  'organisation',
  'rights',
  'mail',
  'reasons',
  'templates',
  'views',
] as const
export type SettingsPart = (typeof settingsParts)[number]

export const settingsSearch = z.object({
  part: z.enum(settingsParts).default('account').catch('account'),
  open: z.string().max(120).optional().catch(undefined),
})
export type SettingsSearch = z.infer<typeof settingsSearch>
