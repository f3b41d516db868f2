import { Checkbox, TextInput, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { Count } from '../../../design/parts/MoneyText.tsx'
import type { OutputOf, Queries } from '../../api/client.ts'
import styles from './candidates.module.css'
import { type ListKey, listFilters, toggledValue } from './candidates-search.ts'
import { useListPlace } from './list-place.ts'
import { useCandidatesSearch } from './use-candidates-search.ts'

/** Every filter with its values and how many each leaves. */
export const FilterMenu = ({
  facets,
  labels,
}: {
  readonly facets: OutputOf<Queries, 'views.candidateFacets'> | undefined
  readonly labels: (key: ListKey, value: string) => string
}) => {
  const [field, setField] = useState<ListKey | 'more'>('relationship')
  const [search, change] = useCandidatesSearch()
  const { ownFilters } = useListPlace()
  const fields = listFilters.filter(({ key }) => !ownFilters.includes(key))
  return (
    <div className={styles.filterMenu}>
      <div className={styles.filterFields} role="tablist" aria-label="Filter by" aria-orientation="vertical">
        {[...fields, { key: 'more' as const, title: 'More' }].map(({ key, title }) => (
          <UnstyledButton
            key={key}
            role="tab"
            aria-selected={field === key}
            className={styles.filterField}
            onClick={() => setField(key)}
          >
            {title}
          </UnstyledButton>
        ))}
      </div>
      <div className={styles.filterValues} role="tabpanel" aria-label={field}>
        {field === 'more' ? (
          <MoreFilters />
        ) : (
          <>
            {valuesOf(facets?.[field] ?? [], (search[field] ?? []) as readonly string[]).map(
              ({ value, count }) => (
                <Checkbox
                  key={value}
                  className={styles.filterValue}
                  checked={((search[field] ?? []) as readonly string[]).includes(value)}
                  onChange={() => change(toggledValue(search, field, value), { replace: true })}
                  label={
                    <>
                      <span>{labels(field, value)}</span>
                      {count !== undefined && (
                        <small>
                          <Count of={count} />
                        </small>
                      )}
                    </>
                  }
                />
              ),
            )}
            {facets && facets[field].length === 0 && (
              <p className={styles.filterNone}>Nobody found has one.</p>
            )}
            {facets?.isCapped && <p className={styles.filterNone}>Counted among the newest 10,000.</p>}
          </>
        )}
      </div>
    </div>
  )
}

/** What is chosen stays in the list though nobody is left under it. */
const valuesOf = (
  counted: readonly { readonly value: string; readonly count: number }[],
  chosen: readonly string[],
): readonly { readonly value: string; readonly count?: number }[] => [
  ...counted,
  ...chosen.filter((value) => !counted.some((one) => one.value === value)).map((value) => ({ value })),
]

const MoreFilters = () => {
  const [search, change] = useCandidatesSearch()
  const claim = (key: 'hasResume' | 'contactable', value: boolean, label: string) => (
    <Checkbox
      className={styles.filterValue}
      checked={search[key] === value}
      onChange={() => change({ [key]: search[key] === value ? undefined : value }, { replace: true })}
      label={label}
    />
  )
  return (
    <>
      {claim('hasResume', true, 'Has a résumé')}
      {claim('hasResume', false, 'Has no résumé')}
      {claim('contactable', true, 'May be written to')}
      {claim('contactable', false, 'May not be written to')}
      <TextInput
        type="date"
        label="Added since"
        value={search.addedAfter ?? ''}
        onChange={(event) =>
          change({ addedAfter: event.currentTarget.value || undefined }, { replace: true })
        }
      />
    </>
  )
}
