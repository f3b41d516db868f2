import IconBan from '@tabler/icons-react/dist/esm/icons/IconBan.mjs'
import IconBriefcase from '@tabler/icons-react/dist/esm/icons/IconBriefcase.mjs'
import IconCalendarUser from '@tabler/icons-react/dist/esm/icons/IconCalendarUser.mjs'
import IconFilePlus from '@tabler/icons-react/dist/esm/icons/IconFilePlus.mjs'
import IconGitMerge from '@tabler/icons-react/dist/esm/icons/IconGitMerge.mjs'
import IconLayoutColumns from '@tabler/icons-react/dist/esm/icons/IconLayoutColumns.mjs'
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs'
import IconNote from '@tabler/icons-react/dist/esm/icons/IconNote.mjs'
import IconSend from '@tabler/icons-react/dist/esm/icons/IconSend.mjs'
import IconStack2 from '@tabler/icons-react/dist/esm/icons/IconStack2.mjs'
import IconTag from '@tabler/icons-react/dist/esm/icons/IconTag.mjs'
import IconUserCheck from '@tabler/icons-react/dist/esm/icons/IconUserCheck.mjs'
import IconUserMinus from '@tabler/icons-react/dist/esm/icons/IconUserMinus.mjs'
import IconZzz from '@tabler/icons-react/dist/esm/icons/IconZzz.mjs'

export type What =
  | 'move'
  | 'out'
  | 'pool'
  | 'write'
  | 'enrol'
  | 'consider'
  | 'tag'
  | 'owner'
  | 'note'
  | 'snooze'
  | 'readiness'
  | 'file'
  | 'merge'
  | 'hold'

export interface OfferedAct {
  readonly what: What
  readonly label: string
  readonly key: string
  readonly Icon: typeof IconTag
  readonly needs: string
  /** Takes at least two and at most so many. */
  readonly most?: number
}

/** What can be done with so many people by whom may; `first` stand on the bar, `rest` behind More. */
export const actsOn = (
  count: number,
  inPool: boolean,
  permissions: readonly string[],
): { readonly first: readonly OfferedAct[]; readonly rest: readonly OfferedAct[] } => {
  const can = offered.filter(
    ({ what, needs, most }) =>
      permissions.includes(needs) &&
      count <= (most ?? 5000) &&
      count >= (most ? 2 : 1) &&
      (inPool || (what !== 'move' && what !== 'out')),
  )
  const onBar: readonly What[] = inPool ? ['move', 'out', 'write', 'snooze'] : ['pool', 'write', 'tag']
  return {
    first: can.filter(({ what }) => onBar.includes(what)),
    rest: can.filter(({ what }) => !onBar.includes(what)),
  }
}

const offered: readonly OfferedAct[] = [
  { what: 'move', label: 'Move', key: 's', Icon: IconLayoutColumns, needs: 'crm.managePools' },
  { what: 'out', label: 'Take out', key: 'shift+p', Icon: IconUserMinus, needs: 'crm.managePools' },
  { what: 'pool', label: 'Add to pool', key: 'p', Icon: IconStack2, needs: 'crm.managePools' },
  { what: 'write', label: 'Write', key: 'e', Icon: IconMail, needs: 'messaging.write' },
  { what: 'enrol', label: 'Enrol in a sequence', key: 'q', Icon: IconSend, needs: 'crm.runSequences' },
  {
    what: 'consider',
    label: 'Consider for a job',
    key: 'c',
    Icon: IconBriefcase,
    needs: 'crm.considerForJobs',
  },
  { what: 'tag', label: 'Tag', key: 't', Icon: IconTag, needs: 'candidates.edit' },
  { what: 'owner', label: 'Owner', key: 'o', Icon: IconUserCheck, needs: 'candidates.edit' },
  { what: 'note', label: 'Note', key: 'n', Icon: IconNote, needs: 'candidates.note' },
  { what: 'snooze', label: 'Snooze', key: 'h', Icon: IconZzz, needs: 'crm.keepProspects' },
  { what: 'readiness', label: 'Would move', key: 'r', Icon: IconCalendarUser, needs: 'crm.keepProspects' },
  { what: 'file', label: 'Add file', key: 'u', Icon: IconFilePlus, needs: 'documents.addFiles' },
  { what: 'merge', label: 'Merge', key: 'm', Icon: IconGitMerge, needs: 'candidates.merge', most: 5 },
  { what: 'hold', label: 'Do not contact', key: 'd', Icon: IconBan, needs: 'candidates.holdContact' },
]
