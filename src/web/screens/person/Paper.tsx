import { ActionIcon, SegmentedControl, Select } from '@mantine/core'
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs'
import { useEffect, useRef } from 'react'
import { DateText } from '../../../design/parts/DateText.tsx'
import { EmptyState } from '../../../design/parts/States.tsx'
import { ContactPoints } from './ContactPoints.tsx'
import { FilePages } from './FilePages.tsx'
import { Files } from './Files.tsx'
import paperStyles from './paper.module.css'
import styles from './person.module.css'
import { papersId, toPapers } from './to-papers.ts'
import { type Person, usePersonAddress } from './use-person.ts'
import { WhatWasRead } from './WhatWasRead.tsx'

/** What lies beside the line: the résumé as it came, what was read of it, all files, the ways to reach them. */
export const Paper = ({ person }: { readonly person: Person }) => {
  const { search, change } = usePersonAddress()
  const shown = search.paper ?? (person.files.some(({ kind }) => kind === 'resume') ? 'resume' : 'read')
  const file =
    person.files.find(({ id }) => id === search.file) ?? person.files.find(({ kind }) => kind === 'resume')
  const resumes = person.files.filter(({ kind, id }) => kind === 'resume' || id === search.file)
  // Who followed a link to a paper came for it.
  const asked = useRef(search.paper)
  useEffect(() => {
    if (asked.current) toPapers()
  }, [])
  return (
    <aside className={paperStyles.paper} id={papersId} aria-label="Papers">
      <div className={paperStyles.paperBar}>
        <SegmentedControl
          aria-label="Shown"
          data={[
            { value: 'resume', label: 'Résumé' },
            { value: 'read', label: 'What was read' },
            { value: 'files', label: person.files.length > 0 ? `Files ${person.files.length}` : 'Files' },
            { value: 'contact', label: 'Contact' },
          ]}
          value={shown}
          onChange={(paper) => change({ paper: paper as typeof shown })}
        />
        {shown === 'resume' && file && (
          <>
            {resumes.length > 1 && (
              <Select
                aria-label="Which file"
                data={resumes.map(({ id, name }) => ({ value: id, label: name }))}
                value={file.id}
                onChange={(id) => change({ file: id ?? undefined })}
                allowDeselect={false}
                w={160}
              />
            )}
            <DateText at={file.uploadedAt} />
            <span className={styles.end}>
              <ActionIcon
                component="a"
                href={`/files/${file.id}`}
                download={file.name}
                aria-label={`Download ${file.name}`}
              >
                <IconDownload />
              </ActionIcon>
            </span>
          </>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className={paperStyles.paperBody} tabIndex={0} aria-label="Paper">
        {shown === 'resume' &&
          (file ? (
            <FilePages key={file.id} file={file} />
          ) : (
            <EmptyState
              title="No résumé yet"
              teaches="When they apply, write with an attachment or send a file, it is shown here beside the line. Or add one under Files."
            />
          ))}
        {shown === 'read' && <WhatWasRead person={person} />}
        {shown === 'files' && <Files person={person} />}
        {shown === 'contact' && <ContactPoints person={person} />}
      </section>
    </aside>
  )
}
