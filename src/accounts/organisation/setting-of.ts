import type { ReadTx } from '../../kernel/transaction.ts'
import { type SettingKey, type SettingValue, settingValue } from '../model/setting.ts'
import { loadSettings } from './setting.sql.ts'

/** What a setting is now: chosen by an administrator, or its default. */
export const settingOf = async <Key extends SettingKey>(tx: ReadTx, key: Key): Promise<SettingValue<Key>> =>
  settingValue(key, (await tx.row(loadSettings([key])))?.value)
