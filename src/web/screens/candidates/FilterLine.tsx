import { Popover } from '@mantine/core'
import { useState } from 'react'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { AddFilter, FilterChip, FilterChips } from '../../../design/parts/FilterChips.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { isChosen, type ListKey, listFilters, toggledValue } from './candidates-search.ts'
import { FilterMenu } from './FilterMenu.tsx'
import { useListPlace } from './list-place.ts'
import { countryName, relationshipOfText, sourceInWords } from './relationship-words.ts'
import { useCandidatesSearch, useQuestion } from './use-candidates-search.ts'

/** What narrows the list now, what would narrow it at a press, and the way to everything else. */
export const FilterLine = () => {
  const [search, change] = useCandidatesSearch()
  const { words, filters } = useQuestion()
  const { ownFilters, chips } = useListPlace()
  const facets = useAsk('views.candidateFacets', { words, filters }).data
  const [opened, setOpened] = useState(false)
  useShortcuts({ f: { label: 'Filter', run: () => setOpened(true) } })
  const labels = (key: ListKey, value: string): string =>
    valueWords[key]?.(value) ?? facets?.[key].find((one) => one.value === value)?.label ?? '…'
  const near = (facets?.relationship ?? [])
    .filter(({ value }) => !search.relationship?.includes(value as never))
    .slice(0, search.relationship ? 0 : 4)
  return (
    <FilterChips>
      {chips}
      {listFilters.map(({ key, title }) => {
        const values = search[key] as readonly string[] | undefined
        if (!isChosen(values) || ownFilters.includes(key)) return null
        const says =
          values!.length <= 2
            ? values!.map((value) => labels(key, value)).join(' or ')
            : `any of ${values!.length}`
        return (
          <FilterChip key={key} label={title} says={says} on onToggle={() => change({ [key]: undefined })} />
        )
      })}
      {search.hasResume !== undefined && (
        <FilterChip
          label={search.hasResume ? 'Has a résumé' : 'Has no résumé'}
          on
          onToggle={() => change({ hasResume: undefined })}
        />
      )}
      {search.contactable !== undefined && (
        <FilterChip
          label={search.contactable ? 'May be written to' : 'May not be written to'}
          on
          onToggle={() => change({ contactable: undefined })}
        />
      )}
      {search.addedAfter && (
        <FilterChip
          label="Added since"
          says={search.addedAfter}
          on
          onToggle={() => change({ addedAfter: undefined })}
        />
      )}
      {near.map(({ value, count }) => (
        <FilterChip
          key={value}
          label={relationshipOfText(value).says}
          count={count}
          onToggle={() => change(toggledValue(search, 'relationship', value))}
        />
      ))}
      <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <AddFilter onClick={() => setOpened(!opened)} />
        </Popover.Target>
        <Popover.Dropdown p={0}>
          <FilterMenu facets={facets} labels={labels} />
        </Popover.Dropdown>
      </Popover>
    </FilterChips>
  )
}

const valueWords: Partial<Record<ListKey, (value: string) => string>> = {
  relationship: (value) => relationshipOfText(value).says,
  country: countryName,
  source: sourceInWords,
}
