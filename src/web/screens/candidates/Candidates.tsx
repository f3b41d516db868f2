import { ActionIcon, Button, Menu } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs'
import IconFiles from '@tabler/icons-react/dist/esm/icons/IconFiles.mjs'
import IconGitMerge from '@tabler/icons-react/dist/esm/icons/IconGitMerge.mjs'
import IconUpload from '@tabler/icons-react/dist/esm/icons/IconUpload.mjs'
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { KeyCap } from '../../../design/parts/KeyCap.tsx'
import { Page, PageHeader, PageLine } from '../../../design/parts/Page.tsx'
import { SearchBox } from '../../../design/parts/SearchBox.tsx'
import { useMay } from '../../frame/me.ts'
import { usePageTitle } from '../../frame/use-page-title.ts'
import { ActsOnChosen } from './ActsOnChosen.tsx'
import { AddPerson } from './AddPerson.tsx'
import { CandidateList } from './CandidateList.tsx'
import { CandidatePanel } from './CandidatePanel.tsx'
import { CandidatesFoot, foundWords } from './CandidatesFoot.tsx'
import { questionOf } from './candidates-search.ts'
import { FilterLine } from './FilterLine.tsx'
import { SavedViews } from './SavedViews.tsx'
import { ShowMenu } from './ShowMenu.tsx'
import { useCandidateList } from './use-candidate-list.ts'
import { useCandidatesSearch } from './use-candidates-search.ts'

/** Everyone on record: search, filter, choose, act. */
export const Candidates = () => {
  usePageTitle('Candidates')
  const [search, setSearch] = useCandidatesSearch()
  const question = questionOf(search)
  const list = useCandidateList(question)
  const [cursor, setCursor] = useState<string>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const phone = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false }) ?? false
  const navigate = useNavigate()
  const mayEdit = useMay('candidates.edit')
  const mayExport = useMay('exchange.exportPeople')
  const { words, filters } = question
  const exportAddress = `/exports/candidates.csv?input=${encodeURIComponent(JSON.stringify({ words, filters }))}`
  const open = (id: string | undefined) => {
    if (id) setCursor(id)
    setSearch({ open: id }, { replace: search.open !== undefined })
  }
  const openRow = (id: string) =>
    phone ? void navigate({ to: '/candidates/$candidateId', params: { candidateId: id } }) : open(id)
  useShortcuts({ a: mayEdit ? { label: 'Add person', run: () => setSearch({ add: 'form' }) } : undefined })
  return (
    <Page>
      <PageHeader title="Candidates" pills={<SavedViews />}>
        {mayEdit && (
          <>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon aria-label="More">
                  <IconDots />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconUpload />} component={Link} to="/import">
                  Import from a list
                </Menu.Item>
                <Menu.Item leftSection={<IconFiles />} onClick={() => setSearch({ add: 'files' })}>
                  Add résumés
                </Menu.Item>
                <Menu.Item leftSection={<IconGitMerge />} component={Link} to="/candidates/duplicates">
                  Duplicates
                </Menu.Item>
                {mayExport && (
                  <Menu.Item leftSection={<IconDownload />} component="a" href={exportAddress} download>
                    Save this list as CSV
                  </Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
            <Button
              variant="filled"
              leftSection={<IconUserPlus />}
              rightSection={<KeyCap keys="a" />}
              onClick={() => setSearch({ add: 'form' })}
            >
              Add person
            </Button>
          </>
        )}
      </PageHeader>
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
      <AddPerson />
    </Page>
  )
}
