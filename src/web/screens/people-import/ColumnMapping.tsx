import { Button, Select, Table, TagsInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { FormFields } from '../../../design/parts/Rows.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import type { ColumnRole } from '../../../exchange/model/column.ts'
import { mappingProblem } from '../../../exchange/model/mapping.ts'
import { useCall } from '../../api/use-ask.ts'
import type { ImportShown } from './Import.tsx'
import { roleGroups } from './import-words.ts'
import styles from './people-import.module.css'

/** What each column is, with the first rows beside it; then a look at what would become of every row. */
export const ColumnMapping = ({ list }: { readonly list: ImportShown }) => {
  const [mapping, setMapping] = useState(
    list.mapping ?? { columns: list.headers.map(() => null), system: 'list', tags: [] as string[] },
  )
  const [saveAs, setSaveAs] = useState('')
  const preview = useCall('exchange.previewImport', { freshens: ['exchange.import', 'exchange.importRows'] })
  const problem = mappingProblem(mapping)
  return (
    <>
      <Table className={styles.columns}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>In the file</Table.Th>
            <Table.Th>Becomes</Table.Th>
            <Table.Th>First rows</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {list.headers.map((heading, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; headings repeat.
            <Table.Tr key={at}>
              <Table.Td>{heading || `Column ${at + 1}`}</Table.Td>
              <Table.Td>
                <Select
                  aria-label={`${heading || `Column ${at + 1}`} becomes`}
                  data={choices}
                  value={mapping.columns[at] ?? ''}
                  onChange={(role) =>
                    setMapping({
                      ...mapping,
                      columns: mapping.columns.with(at, (role || null) as ColumnRole | null),
                    })
                  }
                  searchable
                  allowDeselect={false}
                />
              </Table.Td>
              <Table.Td className={styles.sample}>
                {list.sample
                  .slice(0, 3)
                  .map((cells) => cells[at])
                  .filter(Boolean)
                  .join(' · ')}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <FormFields columns={2}>
        <TextInput
          label="Where these people are from"
          description="Kept with each value, as the law asks."
          value={mapping.source ?? ''}
          maxLength={100}
          onChange={(event) => setMapping({ ...mapping, source: event.currentTarget.value || undefined })}
        />
        <TagsInput
          splitChars={[';']}
          label="Tags for everyone in the file"
          value={[...mapping.tags]}
          onChange={(tags) => setMapping({ ...mapping, tags })}
          maxTags={20}
        />
        <TextInput
          label="Country of phone numbers without +"
          placeholder="NL"
          maxLength={2}
          value={mapping.country ?? ''}
          onChange={(event) =>
            setMapping({ ...mapping, country: event.currentTarget.value.toUpperCase() || undefined })
          }
        />
        <TextInput
          label="Remember this for such files as"
          placeholder="A name, if you like"
          maxLength={100}
          value={saveAs}
          onChange={(event) => setSaveAs(event.currentTarget.value)}
        />
      </FormFields>
      <div className={styles.acts}>
        {problem && <Refused>{problem}</Refused>}
        {preview.refusal && <Refused>{preview.refusal.says}</Refused>}
        <Button
          variant="filled"
          loading={preview.running}
          disabled={problem !== undefined}
          onClick={() =>
            void preview.run({
              importId: list.id,
              mapping,
              ...(saveAs.trim() ? { saveAs: saveAs.trim() } : {}),
            })
          }
        >
          Check every row
        </Button>
      </div>
    </>
  )
}

const choices = [
  { value: '', label: 'Not taken over' },
  ...roleGroups.map(({ group, roles }) => ({
    group,
    items: roles.map(([value, label]) => ({ value: value as string, label })),
  })),
]
