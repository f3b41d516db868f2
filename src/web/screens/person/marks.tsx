import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs'
import IconArrowRight from '@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs'
import IconChecklist from '@tabler/icons-react/dist/esm/icons/IconChecklist.mjs'
import IconFile from '@tabler/icons-react/dist/esm/icons/IconFile.mjs'
import IconGitMerge from '@tabler/icons-react/dist/esm/icons/IconGitMerge.mjs'
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs'
import IconNote from '@tabler/icons-react/dist/esm/icons/IconNote.mjs'
import IconSend from '@tabler/icons-react/dist/esm/icons/IconSend.mjs'
import IconShieldCheck from '@tabler/icons-react/dist/esm/icons/IconShieldCheck.mjs'
import IconTag from '@tabler/icons-react/dist/esm/icons/IconTag.mjs'
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs'
import type { ReactNode } from 'react'
import { knotOf } from './halves.ts'
import type { Entry } from './use-timeline.ts'

/** The sign of an entry on the thread: filled where something began to move, ringed where it came to rest. */
export const markOf = (entry: Entry): ReactNode | 'ringed' | 'filled' => {
  const knot = knotOf(entry.name)
  if (knot === 'applied' || entry.name === 'application.hired') return 'filled'
  if (knot === 'back') return 'ringed'
  if (entry.kind === 'message') return entry.name === 'in' ? <IconMail /> : <IconSend />
  return icons[entry.icon]
}

const icons: Readonly<Record<Entry['icon'], ReactNode>> = {
  person: <IconUser />,
  application: <IconArrowRight />,
  decision: <IconArrowRight />,
  mail: <IconArrowBackUp />,
  note: <IconNote />,
  task: <IconChecklist />,
  file: <IconFile />,
  consent: <IconShieldCheck />,
  merge: <IconGitMerge />,
  tag: <IconTag />,
}
