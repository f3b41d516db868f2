import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs'
import IconSend from '@tabler/icons-react/dist/esm/icons/IconSend.mjs'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Thread, ThreadEntry } from '../../../design/parts/Thread.tsx'

export const SampleThread = () => (
  <Thread label="Timeline">
    <ThreadEntry
      half="ats"
      promised
      mark="ringed"
      title="Technical interview, 60 min"
      when="Tomorrow 10:00"
    />
    <ThreadEntry
      half="ats"
      mark={<IconMail />}
      title="“Monday, and one question”"
      when={<DateText at="2026-11-21T15:40:00Z" />}
    >
      Thank you, Maren. Monday works.
    </ThreadEntry>
    <ThreadEntry
      half="ats"
      knot="applied"
      mark="filled"
      title="Applied to Senior Perception Engineer"
      when={<DateText at="2026-11-10T09:00:00Z" />}
    >
      Same record, now an application. Sequence stopped at step 3.
    </ThreadEntry>
    <ThreadEntry
      half="crm"
      mark={<IconSend />}
      title="Asked to apply"
      aside="by Ayşe, who keeps the credit"
      when={<DateText at="2026-11-03T09:00:00Z" />}
    />
    <ThreadEntry half="crm" mark="ringed" title="First hello" when={<DateText at="2025-09-26T09:00:00Z" />} />
  </Thread>
)
