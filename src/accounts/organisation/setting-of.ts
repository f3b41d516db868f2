import type { ReadTx } from '../../kernel/transaction.ts'
import { type SettingKey, type SettingValue, settingValue } from '../model/setting.ts'
import { loadSettings } from './setting.sql.ts'

type Settings<Key extends SettingKey> = { readonly [One in Key]: SettingValue<One> }

/** What a setting is now: chosen by an administrator, or its default. */
export const settingOf = async <Key extends SettingKey>(tx: ReadTx, key: Key): Promise<SettingValue<Key>> =>
  (await settingsOf(tx, [key]))[key]

/** The same for several at once, in one statement. */
export const settingsOf = async <Key extends SettingKey>(
  tx: ReadTx,
  keys: readonly Key[],
): Promise<Settings<Key>> => {
  const stored = new Map((await tx.rows(loadSettings(keys))).map(({ key, value }) => [key, value]))
  return Object.fromEntries(keys.map((key) => [key, settingValue(key, stored.get(key))])) as Settings<Key>
}
