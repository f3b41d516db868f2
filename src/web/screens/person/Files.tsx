import { Button, FileButton } from '@mantine/core'
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs'
import IconFile from '@tabler/icons-react/dist/esm/icons/IconFile.mjs'
import { useState } from 'react'
import { DateText } from '../../../design/parts/DateText.tsx'
import { HairlineList, Row } from '../../../design/parts/Rows.tsx'
import { EmptyState, Refused } from '../../../design/parts/States.tsx'
import { useCall } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { uploadFiles } from '../candidates/upload-files.ts'
import paperStyles from './paper.module.css'
import styles from './person.module.css'
import { type Person, usePersonAddress } from './use-person.ts'

/** Every file of a person; more can be added. */
export const Files = ({ person }: { readonly person: Person }) => {
  const may = useMay('documents.addFiles')
  const { change } = usePersonAddress()
  const [refusal, setRefusal] = useState<string>()
  const [sending, setSending] = useState(false)
  const attach = useCall('documents.addFiles', { freshens: ['views.candidate', 'views.timeline'] })
  const add = async (files: File[], kind: 'resume' | 'other') => {
    setRefusal(undefined)
    setSending(true)
    const sent = await uploadFiles(files, kind)
    const answer = sent.ok
      ? await attach.run({ candidateIds: [person.id], uploads: sent.value.map(({ token }) => token), kind })
      : sent
    setSending(false)
    if (!answer.ok) setRefusal(answer.refusal.says)
  }
  return (
    <div className={paperStyles.read}>
      {person.files.length === 0 && (
        <EmptyState
          title="No files yet"
          teaches="Résumés, letters and attachments of mails stand here with their originals."
        />
      )}
      <HairlineList label="Files">
        {person.files.map((file) => (
          <Row
            key={file.id}
            lead={<IconFile size={16} aria-hidden />}
            title={file.name}
            under={
              <>
                {kinds[file.kind] ?? file.kind}, {sizeWords(file.bytes)}, <DateText at={file.uploadedAt} />
                {file.state === 'quarantined' && ', set aside: malware was found'}
                {file.state === 'unreadable' && ', could not be read; the original is kept'}
              </>
            }
            end={
              <>
                {file.state !== 'quarantined' && (
                  <Button variant="subtle" onClick={() => change({ paper: 'resume', file: file.id })}>
                    Show
                  </Button>
                )}
                {file.state !== 'quarantined' && (
                  <Button
                    variant="subtle"
                    component="a"
                    href={`/files/${file.id}`}
                    download={file.name}
                    aria-label={`Download ${file.name}`}
                  >
                    <IconDownload size={16} />
                  </Button>
                )}
              </>
            }
          />
        ))}
      </HairlineList>
      {may && (
        <div className={styles.inlineForm}>
          <FileButton multiple onChange={(files) => void add(files, 'resume')}>
            {(props) => (
              <Button {...props} loading={sending}>
                Add a résumé
              </Button>
            )}
          </FileButton>
          <FileButton multiple onChange={(files) => void add(files, 'other')}>
            {(props) => (
              <Button {...props} variant="subtle" disabled={sending}>
                Add other files
              </Button>
            )}
          </FileButton>
        </div>
      )}
      {refusal && <Refused>{refusal}</Refused>}
    </div>
  )
}

const kinds: Readonly<Record<string, string>> = {
  resume: 'Résumé',
  'cover-letter': 'Letter',
  answer: 'Answer',
  'mail-attachment': 'From a mail',
  other: 'Other',
}

const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
