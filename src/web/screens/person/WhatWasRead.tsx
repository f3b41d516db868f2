import { Button } from '@mantine/core'
import { useState } from 'react'
import { SectionHead } from '../../../design/parts/Rows.tsx'
import { EmptyState } from '../../../design/parts/States.tsx'
import { useMay } from '../../frame/me.ts'
import { PartForm } from './PartForm.tsx'
import paperStyles from './paper.module.css'
import styles from './person.module.css'
import { type Part, parts } from './resume-parts.ts'
import type { Person } from './use-person.ts'

/** What rules read from the résumé, part by part, and can be corrected; later readings leave a corrected part alone. */
export const WhatWasRead = ({ person }: { readonly person: Person }) => {
  const may = useMay('candidates.edit')
  const [editing, setEditing] = useState<Part['kind']>()
  if (person.resume.length === 0 && !may)
    return (
      <EmptyState
        title="Nothing was read"
        teaches="When a résumé comes in, its employments, studies, skills and languages stand here."
      />
    )
  return (
    <div className={paperStyles.read}>
      <p className={styles.quiet}>
        Read from the résumé by rules on this machine. It helps to find people; it never screens anyone out.
      </p>
      {parts.map((part) => {
        const rows = person.resume.filter(({ kind }) => kind === part.kind)
        return (
          <section key={part.kind} aria-label={part.title}>
            <SectionHead
              title={part.title}
              says={rows.some(({ isEdited }) => isEdited) ? 'corrected by hand' : undefined}
            >
              {may && editing !== part.kind && (
                <Button
                  variant="subtle"
                  aria-label={`Correct ${part.title}`}
                  onClick={() => setEditing(part.kind)}
                >
                  Correct
                </Button>
              )}
            </SectionHead>
            {editing === part.kind ? (
              <PartForm
                candidateId={person.id}
                part={part}
                rows={rows.map(({ content }) => content)}
                onClose={() => setEditing(undefined)}
              />
            ) : part.isList ? (
              <p>
                {rows
                  .map(({ content }) => [content.name, content.level].filter(Boolean).join(' '))
                  .join(', ') || <span className={styles.quiet}>None</span>}
              </p>
            ) : (
              rows.map(({ id, content }) => (
                <div key={id} className={paperStyles.readRow}>
                  <small>{[content.start, content.end].filter(Boolean).join(' to ')}</small>
                  <b>
                    {part.head
                      .map((key) => content[key])
                      .filter(Boolean)
                      .join(', ')}
                  </b>
                  {content.summary && <p>{content.summary}</p>}
                </div>
              ))
            )}
            {!part.isList && rows.length === 0 && editing !== part.kind && (
              <p className={styles.quiet}>None</p>
            )}
          </section>
        )
      })}
    </div>
  )
}
