import { ActionIcon, Button, Menu } from '@mantine/core'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs'
import IconFiles from '@tabler/icons-react/dist/esm/icons/IconFiles.mjs'
import IconGitMerge from '@tabler/icons-react/dist/esm/icons/IconGitMerge.mjs'
import IconUpload from '@tabler/icons-react/dist/esm/icons/IconUpload.mjs'
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs'
import { Link } from '@tanstack/react-router'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { KeyCap } from '../../../design/parts/KeyCap.tsx'
import { Page, PageHeader } from '../../../design/parts/Page.tsx'
import { useMay } from '../../frame/me.ts'
import { usePageTitle } from '../../frame/use-page-title.ts'
import { AddPerson } from './AddPerson.tsx'
import { questionOf } from './candidates-search.ts'
import { People } from './People.tsx'
import { SavedViews } from './SavedViews.tsx'
import { useCandidatesSearch } from './use-candidates-search.ts'

/** Everyone on record: search, filter, choose, act. */
export const Candidates = () => {
  usePageTitle('Candidates')
  const [search, setSearch] = useCandidatesSearch()
  const mayEdit = useMay('candidates.edit')
  const mayExport = useMay('exchange.exportPeople')
  const { words, filters } = questionOf(search)
  const exportAddress = `/exports/candidates.csv?input=${encodeURIComponent(JSON.stringify({ words, filters }))}`
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
      <People />
      <AddPerson />
    </Page>
  )
}
