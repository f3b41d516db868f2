import { useMediaQuery } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { PageLine } from '../../../design/parts/Page.tsx'
import { SearchBox } from '../../../design/parts/SearchBox.tsx'
import { ActsOnChosen } from './ActsOnChosen.tsx'
import { CandidateList } from './CandidateList.tsx'
import { CandidatePanel } from './CandidatePanel.tsx'
import { CandidatesFoot, foundWords } from './CandidatesFoot.tsx'
import { FilterLine } from './FilterLine.tsx'
import { ShowMenu } from './ShowMenu.tsx'
import { useCandidateList } from './use-candidate-list.ts'
import { useCandidatesSearch, useQuestion } from './use-candidates-search.ts'

/** The people of a place: search, filter, walk, choose, act. Stands inside a Page, under its header. */
export const People = () => {
  const [search, setSearch] = useCandidatesSearch()
  const question = useQuestion()
  const list = useCandidateList(question)
  const [cursor, setCursor] = useState<string>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const phone = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false }) ?? false
  const navigate = useNavigate()
  const open = (id: string | undefined) => {
    if (id) setCursor(id)
    setSearch({ open: id }, { replace: search.open !== undefined })
  }
  const openRow = (id: string) =>
    phone ? void navigate({ to: '/candidates/$candidateId', params: { candidateId: id } }) : open(id)
  return (
    <>
      <PageLine>
        <SearchBox
          value={search.q ?? ''}
          onSearch={(q) => setSearch({ q: q || undefined }, { replace: true })}
          label="Names, mails, skills, résumé text"
          found={question.words && list.count && !list.isFreshening ? `${foundWords(list.count)} found` : ''}
        />
        <ShowMenu asked={question.words !== ''} />
      </PageLine>
      <PageLine ruled>
        <FilterLine />
      </PageLine>
      <CandidateList
        list={list}
        asked={question.words !== ''}
        phone={phone}
        cursor={cursor ?? search.open ?? list.rows[0]?.id}
        onCursor={(id) => {
          setCursor(id)
          // The open panel follows the cursor, as a preview does.
          if (search.open) setSearch({ open: id }, { replace: true })
        }}
        onOpen={openRow}
        chosen={chosen}
        onChoose={setChosen}
      />
      <ActsOnChosen chosen={chosen} onChoose={setChosen} list={list} />
      {!phone && <CandidatePanel rows={list.rows} count={list.count} onOpen={open} />}
      <CandidatesFoot list={list} sort={question.sort} />
    </>
  )
}
