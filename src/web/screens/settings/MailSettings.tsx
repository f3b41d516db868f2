import { Button } from '@mantine/core'
import { Chip } from '../../../design/parts/Chip.tsx'
import { DateText } from '../../../design/parts/DateText.tsx'
import { HairlineList, Row, SectionHead } from '../../../design/parts/Rows.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { SettingFields } from './SettingFields.tsx'

/** When mail leaves, and whether the domain it comes from is set up. */
export const MailSettings = () => {
  const mayCheck = useMay('messaging.seeAll')
  return (
    <>
      <section>
        <SectionHead title="When mail leaves" says="What waits can be seen and cancelled until then" />
        <SettingFields begins="mail." />
      </section>
      {mayCheck && <SendingDomain />}
    </>
  )
}

const SendingDomain = () => {
  const { data } = useAsk('messaging.domainCheck', {})
  const recheck = useCall('messaging.recheckDomain', { freshens: ['messaging.domainCheck'] })
  const findings = data?.check?.findings ?? []
  return (
    <section>
      <SectionHead title="Sending domain" says={data?.domain ?? 'No sender is set under Organisation'}>
        <Button loading={recheck.running} disabled={!data?.domain} onClick={() => void recheck.run({})}>
          Look again
        </Button>
      </SectionHead>
      {data?.check ? (
        <>
          <HairlineList label="Findings">
            {findings.map((one) => (
              <Row
                key={one.what}
                title={one.what.toUpperCase()}
                under={one.says}
                end={<Chip tone={one.ok ? 'good' : 'bad'}>{one.ok ? 'In place' : 'To do'}</Chip>}
              />
            ))}
          </HairlineList>
          <p>
            Looked up <DateText at={data.check.checkedAt} as="ago" />
          </p>
        </>
      ) : (
        <p>Not looked up yet. Where no mail server is set, no mail leaves and there is nothing to look up.</p>
      )}
      {recheck.refusal && <Refused>{recheck.refusal.says}</Refused>}
    </section>
  )
}
