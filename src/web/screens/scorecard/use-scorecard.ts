import { useEffect, useRef, useState } from 'react'
import type { ScorecardContent } from '../../../ats/model/scorecard.ts'
import type { OutputOf, Queries } from '../../api/client.ts'
import { call } from '../../api/client.ts'
import { useCall } from '../../api/use-ask.ts'

export type OwnScorecard = OutputOf<Queries, 'ats.scorecard'>
type Rating = ScorecardContent['ratings'][number]

/** How long one pauses before what was written is kept, in milliseconds. */
const pause = 700

/** A scorecard while it is written: every change is kept by itself, in the order it was made. */
export const useScorecard = (card: OwnScorecard) => {
  const interviewId = card.interview.id
  const [content, setContent] = useState<ScorecardContent>(card.content)
  const [kept, setKept] = useState<{ readonly at?: string | null; readonly refused?: string }>({
    at: card.savedAt,
  })
  const unkept = useRef<ScorecardContent>(undefined)
  const keeping = useRef(Promise.resolve())
  const submit = useCall('ats.submitScorecard', { freshens: ['ats.scorecard', 'ats.debrief', 'views.home'] })

  const keep = useRef(() => keeping.current)
  keep.current = () => {
    keeping.current = keeping.current.then(async () => {
      const next = unkept.current
      if (!next) return
      unkept.current = undefined
      const answer = await call('ats.saveScorecard', { interviewId, content: next })
      if (answer.ok) setKept({ at: answer.value.savedAt })
      else {
        unkept.current ??= next
        setKept({ refused: answer.refusal.says })
      }
    })
    return keeping.current
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change begins the pause anew.
  useEffect(() => {
    if (!unkept.current) return
    const timer = setTimeout(() => void keep.current(), pause)
    return () => clearTimeout(timer)
  }, [content])
  // Whoever puts the telephone away or goes on loses nothing.
  useEffect(() => {
    const now = () => void keep.current()
    document.addEventListener('visibilitychange', now)
    return () => {
      document.removeEventListener('visibilitychange', now)
      now()
    }
  }, [])

  const change = (part: Partial<ScorecardContent>) => {
    const next = { ...content, ...part }
    unkept.current = next
    setContent(next)
  }
  return {
    content,
    kept,
    change,
    rate: (attributeId: string, part: Partial<Rating>) => {
      const before = content.ratings.find((one) => one.attributeId === attributeId)
      const one = { rating: null, words: '', ...before, attributeId, ...part }
      change({ ratings: [...content.ratings.filter((each) => each !== before), one] })
    },
    /** Sends it once what is being kept is kept; the refusal, or nothing. */
    send: async () => {
      unkept.current = undefined
      await keeping.current
      const answer = await submit.run({ interviewId, content })
      return answer.ok ? undefined : answer.refusal
    },
    sending: submit.running,
    refusal: submit.refusal,
  }
}
