import type { Commands, OutputOf } from '../../api/client.ts'

/** What became of the address when a mail was taken from a person again. */
export const unlinkedWords = (
  after: OutputOf<Commands, 'messaging.unlinkThread'>['address'],
  address: string,
): string =>
  ({
    left: `A stranger’s again; ${address} left the record`,
    'was-theirs': `${address} stays: it was theirs before`,
    'relied-on': `${address} stays: other mails or an application rely on it`,
    'record-gone': 'A stranger’s again; the record made for it is gone',
  })[after]
