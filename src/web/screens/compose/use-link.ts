import { useNavigate } from '@tanstack/react-router'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import type { OutputOf, Queries } from '../../api/client.ts'
import { useCall } from '../../api/use-ask.ts'
import { showRefusal } from '../candidates/show-refusal.ts'
import { unlinkedWords } from './link-words.ts'

const freshens = [
  'messaging.inbox',
  'messaging.thread',
  'views.candidate',
  'views.candidates',
  'views.home',
  'views.sideBarCounts',
  'views.timeline',
] as const

type Conversation = OutputOf<Queries, 'messaging.thread'>

/** Says whose a stranger's conversation is, and takes that back; each offers the other as its undo. */
export const useLink = (thread: Conversation) => {
  const navigate = useNavigate()
  const link = useCall('messaging.linkThread', { freshens })
  const unlink = useCall('messaging.unlinkThread', { freshens })
  const takeBack = async (name: string) => {
    const answer = await unlink.run({ threadId: thread.id })
    if (!answer.ok) return showRefusal(answer.refusal)
    const { address, candidateId } = answer.value
    const isGone = address === 'record-gone'
    // Who stands on the page of a record that is gone stands on nothing.
    if (isGone && window.location.pathname.includes(candidateId))
      void navigate({ to: '/inbox', search: { show: 'us', open: thread.id } } as never)
    offerUndo({
      says: `Not ${name}’s mail any more`,
      follows: unlinkedWords(address, thread.fromAddress ?? 'The address'),
      undo: () => linkTo(name, isGone ? { name } : { candidateId }),
    })
  }
  const linkTo = async (name: string, to: { candidateId: string } | { name: string }) => {
    const answer = await link.run({ threadId: thread.id, ...to })
    if (answer.ok)
      offerUndo({
        says: answer.value.isNew ? `${name} is on record` : `The mail is ${name}’s`,
        undo: () => takeBack(name),
      })
    return answer
  }
  return { linkTo, takeBack, running: link.running || unlink.running, refusal: link.refusal }
}
