import IconBriefcase from '@tabler/icons-react/dist/esm/icons/IconBriefcase.mjs'
import IconCalendar from '@tabler/icons-react/dist/esm/icons/IconCalendar.mjs'
import IconChartBar from '@tabler/icons-react/dist/esm/icons/IconChartBar.mjs'
import IconDoorEnter from '@tabler/icons-react/dist/esm/icons/IconDoorEnter.mjs'
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs'
import IconHome from '@tabler/icons-react/dist/esm/icons/IconHome.mjs'
import IconInbox from '@tabler/icons-react/dist/esm/icons/IconInbox.mjs'
import IconMailbox from '@tabler/icons-react/dist/esm/icons/IconMailbox.mjs'
import IconSend from '@tabler/icons-react/dist/esm/icons/IconSend.mjs'
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs'
import IconShare from '@tabler/icons-react/dist/esm/icons/IconShare.mjs'
import IconShield from '@tabler/icons-react/dist/esm/icons/IconShield.mjs'
import IconStack2 from '@tabler/icons-react/dist/esm/icons/IconStack2.mjs'
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs'
import type { Me } from './me.ts'

export interface PageEntry {
  readonly title: string
  readonly to: string
  readonly icon: typeof IconHome
  /** Where it stands in the side bar; the two halves share the thread at its edge. */
  readonly part: 'mine' | 'people' | 'crm' | 'ats' | 'whole'
  /** The key after `g`. */
  readonly key: string
  /** The permission it takes to use the page; without one, everybody's. */
  readonly needs?: string
  readonly count?: (me: Me) => number
}

/** Every page of the frame in its order. An entry shows once its route exists (router.tsx) and the role may use it. */
export const pages: readonly PageEntry[] = [
  { title: 'Home', to: '/', icon: IconHome, part: 'mine', key: 'h', count: (me) => me.counts.home },
  {
    title: 'Inbox',
    to: '/inbox',
    icon: IconInbox,
    part: 'mine',
    key: 'i',
    needs: 'messaging.see',
    count: (me) => me.counts.inbox,
  },
  {
    title: 'Mailbox',
    to: '/mailbox',
    icon: IconMailbox,
    part: 'mine',
    key: 'm',
    needs: 'messaging.seeAll',
  },
  {
    title: 'Candidates',
    to: '/candidates',
    icon: IconUsers,
    part: 'people',
    key: 'c',
    needs: 'candidates.see',
  },
  { title: 'Pools', to: '/pools', icon: IconStack2, part: 'crm', key: 'p', needs: 'crm.seePools' },
  {
    title: 'Outreach',
    to: '/outreach',
    icon: IconSend,
    part: 'crm',
    key: 'u',
    needs: 'crm.seeSequences',
  },
  { title: 'Referrals', to: '/referrals', icon: IconShare, part: 'crm', key: 'e' },
  { title: 'Jobs', to: '/jobs', icon: IconBriefcase, part: 'ats', key: 'j', needs: 'ats.seeJobs' },
  { title: 'Interviews', to: '/interviews', icon: IconCalendar, part: 'ats', key: 'v' },
  { title: 'Offers', to: '/offers', icon: IconFileText, part: 'ats', key: 'o' },
  { title: 'Onboarding', to: '/onboarding', icon: IconDoorEnter, part: 'ats', key: 'b' },
  { title: 'Reports', to: '/reports', icon: IconChartBar, part: 'whole', key: 'r', needs: 'ats.seeFunnel' },
  { title: 'Compliance', to: '/compliance', icon: IconShield, part: 'whole', key: 'l' },
  { title: 'Settings', to: '/settings', icon: IconSettings, part: 'whole', key: 's' },
]

/** The pages that exist and that this person may use. */
export const pagesOf = (me: Me, exists: (to: string) => boolean): PageEntry[] =>
  pages.filter((page) => exists(page.to) && (!page.needs || me.permissions.includes(page.needs)))
