import { lazy, Suspense } from 'react'
import { RowSkeletons } from '../../../design/parts/States.tsx'
import { FileText } from './FileText.tsx'
import styles from './paper.module.css'
import type { Person } from './use-person.ts'

const PdfPages = lazy(() => import('./PdfPages.tsx').then(({ PdfPages }) => ({ default: PdfPages })))

/** A file as it came: a PDF page by page, a picture, of anything else the text that was read. */
export const FilePages = ({ file }: { readonly file: Person['files'][number] }) => {
  if (file.state === 'quarantined') return <p>A scanner found malware in this file; it can’t be opened.</p>
  if (file.mediaType === 'application/pdf')
    return (
      <Suspense fallback={<RowSkeletons rows={8} />}>
        <PdfPages file={file} />
      </Suspense>
    )
  if (pictures.has(file.mediaType))
    return (
      <img
        className={styles.sheet}
        src={`/files/${file.id}`}
        alt={`${file.name}, as it was sent`}
        style={{ width: '100%' }}
      />
    )
  return <FileText file={file} />
}

const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
