import type { Reason } from './reason.ts'

const us = (code: string, says: string, templateKey = 'rejection-after-review'): Reason => ({
  code,
  says,
  side: 'us',
  templateKey,
})
const them = (code: string, says: string): Reason => ({
  code,
  says,
  side: 'them',
  templateKey: 'withdrawal-confirmed',
})
const neither = (code: string, says: string, templateKey: string | null): Reason => ({
  code,
  says,
  side: 'neither',
  templateKey,
})

/** The reasons of an organisation that has changed none: what the first migration brings. */
export const reasonsAtFirst: readonly Reason[] = [
  us('must-not-shown', 'A must of the job is not shown'),
  us('less-experience', 'Others show more of what the job needs'),
  us('interview-evidence', 'The interviews did not show what the job needs', 'rejection-after-interview'),
  us('other-chosen', 'Somebody else was chosen', 'rejection-after-interview'),
  us('conditions', 'Pay, place or start do not fit what the job offers'),
  us('not-reachable', 'No answer to several messages'),
  them('withdrew-other-job', 'Took another job'),
  them('withdrew-pay', 'The pay does not fit'),
  them('withdrew-place', 'The place or the hours do not fit'),
  them('withdrew-unsaid', 'Withdrew without saying why'),
  neither('position-closed', 'The job was closed', 'position-closed'),
  neither('position-filled', 'The job is filled', 'position-closed'),
  neither('duplicate', 'The same application twice', null),
  neither('transferred', 'Went on as an application for another job', null),
]
