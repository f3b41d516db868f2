import { Link, useSearch } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { Page, PageBody, PageHeader, Pill, PillNav } from '../../../design/parts/Page.tsx'
import { EmptyState } from '../../../design/parts/States.tsx'
import { useMe } from '../../frame/me.ts'
import { usePageTitle } from '../../frame/use-page-title.ts'
import { Account } from './Account.tsx'
import { MailSettings } from './MailSettings.tsx'
import { Organisation } from './Organisation.tsx'
import { People } from './People.tsx'
import { Reasons } from './Reasons.tsx'
import { Rights } from './Rights.tsx'
import { SavedViews } from './SavedViews.tsx'
import styles from './settings.module.css'
import type { SettingsPart, SettingsSearch } from './settings-search.ts'
import { Templates } from './Templates.tsx'

const parts: readonly {
  readonly part: SettingsPart
  readonly title: string
  readonly needs?: string
  readonly shows: ComponentType
}[] = [
  { part: 'account', title: 'My account', shows: Account },
  { part: 'people', title: 'People', needs: 'accounts.manageUsers', shows: People },
  { part: 'organisation', title: 'Organisation', needs: 'accounts.manageOrganisation', shows: Organisation },
  { part: 'rights', title: 'Rights', needs: 'accounts.managePermissions', shows: Rights },
  { part: 'mail', title: 'Mail', needs: 'accounts.manageOrganisation', shows: MailSettings },
  { part: 'templates', title: 'Templates', needs: 'messaging.manageTemplates', shows: Templates },
  { part: 'reasons', title: 'Reasons', needs: 'ats.manageReasons', shows: Reasons },
  { part: 'views', title: 'Saved views', shows: SavedViews },
]

/** What one may set here: for oneself always, for everybody where the role allows it. */
export const Settings = () => {
  usePageTitle('Settings')
  const { part } = useSearch({ strict: false }) as SettingsSearch
  const me = useMe()
  const mine = parts.filter((one) => !one.needs || me?.permissions.includes(one.needs))
  const shown = mine.find((one) => one.part === part)
  return (
    <Page>
      <PageHeader
        title="Settings"
        pills={
          <PillNav label="Parts of the settings">
            {mine.map((one) => (
              <Pill
                key={one.part}
                as={Link}
                to="/settings"
                search={{ part: one.part }}
                current={one.part === part}
              >
                {one.title}
              </Pill>
            ))}
          </PillNav>
        }
      />
      <PageBody padded>
        <div className={styles.body}>
          {shown ? (
            <shown.shows key={part} />
          ) : (
            me && (
              <EmptyState
                title="This part is not yours to see"
                teaches="An administrator can grant the right under Settings, Rights."
              />
            )
          )}
        </div>
      </PageBody>
    </Page>
  )
}
