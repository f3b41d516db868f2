import { useCallback, useState } from 'react'
import { useMay } from '../../frame/me.ts'
import { offerDecisionUndo, tellRefusal, useDecisions } from './use-decisions.ts'
import type { BoardStage, Card } from './use-pipeline.ts'

export type AskedAct = 'advance' | 'reject' | 'hold' | 'hire'
type StageOf = Pick<BoardStage, 'name'> & { readonly id: string; readonly kind: string }

/** The acts of the page: moving at once, and asking where a decision needs words first. */
export const useActsOnCards = (stages: readonly StageOf[]) => {
  const [asked, setAsked] = useState<{
    readonly act: AskedAct
    readonly ids: readonly string[]
    /** Of the one who would be hired. */
    readonly name?: string
  }>()
  const { advance, place } = useDecisions()
  const mayDecide = useMay('ats.decide')
  const mayMove = useMay('ats.moveApplications')
  const position = (id: string) => stages.findIndex((stage) => stage.id === id)
  const moveTo = async (cards: readonly Card[], stage: StageOf) => {
    const away = cards.filter((card) => card.stageId !== stage.id)
    if (away.length === 0) return
    const ids = away.map((card) => card.applicationId)
    if (stage.kind === 'hired') return setAsked({ act: 'hire', ids, name: away[0]!.name })
    const input = { applicationIds: ids, stageId: stage.id } as never
    const forward = away.every((card) => position(card.stageId) < position(stage.id))
    const answer = await (forward && mayDecide ? advance : place).run(input)
    if (!answer.ok) return tellRefusal(answer.refusal)
    offerDecisionUndo(
      `${away.length === 1 ? away[0]!.name : `${answer.value.done.length} people`} moved to ${stage.name}`,
      answer.value,
      'No mail goes out',
    )
  }
  const ask = useCallback((act: AskedAct, ids: readonly string[]) => {
    if (ids.length > 0) setAsked({ act, ids })
  }, [])
  return {
    asked,
    ask,
    close: () => setAsked(undefined),
    moveTo,
    mayDecide,
    mayMove,
  }
}
export type Acts = ReturnType<typeof useActsOnCards>
