import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import type { Remark } from '../../../jurisdictions/model/remark.ts'
import { call, type OutputOf, type Queries, type Refusal } from '../../api/client.ts'
import { queryClient } from '../../api/use-ask.ts'

export type PostingDraft = OutputOf<Queries, 'ats.postingDraft'>
export type Content = PostingDraft['content']

/** A posting while it is written: kept by itself after a second of rest; each keeping answers what the law remarks. */
export const usePosting = (posting: PostingDraft) => {
  const [content, setContent] = useState<Content>(posting.content)
  const [remarks, setRemarks] = useState<readonly Remark[]>(posting.remarks)
  const [refusal, setRefusal] = useState<Refusal>()
  const [savedAt, setSavedAt] = useState<string>(posting.savedAt)
  const [state, setState] = useState<'saved' | 'typing' | 'saving'>('saved')
  const newest = useRef(content)
  const kept = useRef(content)
  const keep = async () => {
    const sent = newest.current
    if (kept.current === sent) return
    setState('saving')
    const answer = await call('ats.savePosting', {
      jobId: posting.jobId,
      postingId: posting.postingId,
      content: sent as never,
    })
    if (!answer.ok) {
      setState('typing')
      return setRefusal(answer.refusal)
    }
    kept.current = sent
    setRefusal(undefined)
    setRemarks(answer.value.remarks)
    setSavedAt(new Date().toISOString())
    setState(newest.current === sent ? 'saved' : 'typing')
    void queryClient.invalidateQueries({ queryKey: ['ats.postingDraft'] })
    void queryClient.invalidateQueries({ queryKey: ['ats.job'] })
  }
  // One after the other: a slow keeping must not arrive after the next and put older words over it.
  const line = useRef<Promise<void>>(Promise.resolve())
  const save = () => {
    line.current = line.current.then(keep)
    return line.current
  }
  // Whoever leaves in the middle of a word leaves nothing behind.
  const later = useDebouncedCallback(() => void save(), { delay: 900, flushOnUnmount: true })
  const change = (part: Partial<Content>) => {
    newest.current = { ...newest.current, ...part }
    setContent(newest.current)
    setState('typing')
    later()
  }
  // What somebody else kept meanwhile is shown as long as nothing is typed here.
  useEffect(() => {
    if (state !== 'saved' || posting.savedAt <= savedAt) return
    newest.current = posting.content
    kept.current = posting.content
    setContent(posting.content)
    setRemarks(posting.remarks)
    setSavedAt(posting.savedAt)
  }, [posting, state, savedAt])
  return { content, remarks, refusal, savedAt, state, change, save }
}
