import { Button, FileButton } from '@mantine/core'
import IconUpload from '@tabler/icons-react/dist/esm/icons/IconUpload.mjs'
import { Link, useNavigate } from '@tanstack/react-router'
import { type DragEvent, useState } from 'react'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Count } from '../../../design/parts/MoneyText.tsx'
import { Page, PageBody, PageHeader } from '../../../design/parts/Page.tsx'
import { HairlineList, Row, SectionHead } from '../../../design/parts/Rows.tsx'
import { ErrorState, Refused, RowSkeletons } from '../../../design/parts/States.tsx'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { usePageTitle } from '../../frame/use-page-title.ts'
import { uploadFiles } from '../candidates/upload-files.ts'
import { stateWords } from './import-words.ts'
import styles from './people-import.module.css'

/** People in from a spreadsheet: choose a file, and the imports there were. */
export const Imports = () => {
  usePageTitle('Import')
  const list = useAsk('exchange.imports', {})
  return (
    <Page>
      <PageHeader
        title="Import"
        crumbs={[
          <Link key="all" to="/candidates">
            Candidates
          </Link>,
        ]}
      />
      <PageBody padded>
        <ChooseFile />
        {list.error && (
          <ErrorState
            happened="The imports could not be loaded"
            safe="Nothing was changed."
            todo={list.error.refusal.says}
          />
        )}
        {!list.data && !list.error && <RowSkeletons rows={3} />}
        {list.data && list.data.rows.length > 0 && (
          <>
            <SectionHead title="Imports" count={list.data.rows.length} />
            <HairlineList label="Imports">
              {list.data.rows.map((one) => (
                <Row
                  key={one.id}
                  title={
                    <Link to="/import/$importId" params={{ importId: one.id }}>
                      {one.fileName}
                    </Link>
                  }
                  under={
                    <>
                      {stateWords[one.state]}, <Count of={one.rowCount} /> rows
                    </>
                  }
                  end={<DateText at={one.startedAt} />}
                />
              ))}
            </HairlineList>
          </>
        )}
      </PageBody>
    </Page>
  )
}

const ChooseFile = () => {
  const navigate = useNavigate()
  const [over, setOver] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const [sending, setSending] = useState(false)
  const start = useCall('exchange.startImport', { freshens: ['exchange.imports'] })
  const take = async (file: File | null | undefined) => {
    if (!file) return
    setRefusal(undefined)
    setSending(true)
    const sent = await uploadFiles([file], 'import')
    const answer = sent.ok ? await start.run({ upload: sent.value[0]!.token }) : sent
    setSending(false)
    if (answer.ok) void navigate({ to: '/import/$importId', params: { importId: answer.value.importId } })
    else setRefusal(answer.refusal.says)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard.
    <div
      className={styles.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2>Bring the people you have</h2>
      <p>
        A CSV or Excel file, one person a row. You see first what would become of every row; nobody is written
        to, nothing on record is overwritten, and it can all be taken back.
      </p>
      <FileButton accept=".csv,.tsv,.txt,.xlsx" onChange={(file) => void take(file)}>
        {(props) => (
          <Button {...props} variant="filled" leftSection={<IconUpload />} loading={sending}>
            Choose a file
          </Button>
        )}
      </FileButton>
      {refusal && <Refused>{refusal}</Refused>}
    </div>
  )
}
