import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ResumeFacts } from '../../../documents/model/resume-facts.ts'
import { ask, call } from '../../api/client.ts'
import { useMe } from '../../frame/me.ts'
import { filesDropped } from './files-dropped.ts'
import { uploadFiles } from './upload-files.ts'

export interface Resume {
  readonly key: string
  readonly fileName: string
  readonly token?: string
  readonly state: 'waiting' | 'reading' | 'read' | 'refused'
  /** Why nothing was read, where that is so. */
  readonly says?: string | undefined
  readonly name: string
  readonly email: string
  readonly facts?: ResumeFacts | undefined
  readonly keep: boolean
  readonly outcome?: { readonly ok: boolean; readonly says: string; readonly candidateId?: string }
}

/** Résumés from the drop to the record: sent, read, then added, each with its own outcome. */
export const useResumes = () => {
  const me = useMe()
  const cache = useQueryClient()
  const [rows, setRows] = useState<readonly Resume[]>([])
  const [leftOut, setLeftOut] = useState<readonly string[]>([])
  const [refusal, setRefusal] = useState<string>()
  const [adding, setAdding] = useState(false)
  const change = (key: string, part: Partial<Resume>) =>
    setRows((now) => now.map((row) => (row.key === key ? { ...row, ...part } : row)))

  const take = async (given: readonly File[]) => {
    const dropped = await filesDropped(given)
    setLeftOut(dropped.leftOut)
    const fresh = dropped.files.map((file) => ({ file, key: crypto.randomUUID() }))
    setRows((now) => [
      ...now,
      ...fresh.map(({ file, key }) => ({
        key,
        fileName: file.name,
        state: 'waiting' as const,
        name: '',
        email: '',
        keep: true,
      })),
    ])
    // One after another: the order stays, and the server reads while the next is sent.
    for (const { file, key } of fresh) {
      const sent = await uploadFiles([file])
      if (!sent.ok) change(key, { state: 'refused', says: sent.refusal.says, keep: false })
      else if (sent.value[0]!.quarantined)
        change(key, { state: 'refused', says: 'A scanner found malware in this file.', keep: false })
      else {
        change(key, { state: 'reading', token: sent.value[0]!.token })
        void readingOf(sent.value[0]!.token).then((read) => change(key, read))
      }
    }
  }

  const add = async () => {
    setRefusal(undefined)
    const ready = rows.filter((row) => row.outcome === undefined && row.keep && row.name.trim() !== '')
    setAdding(true)
    const answer = await call('candidates.addCandidates', {
      candidates: ready.map((row) => ({
        ...arrivalOf(row),
        ...(me ? { ownerId: me.user.id } : {}),
      })),
    })
    if (!answer.ok) setRefusal(answer.refusal.says)
    else
      for (const [at, row] of ready.entries()) {
        const { candidateId, isNew, suggestions } = answer.value.candidates[at]!
        const attached = row.token
          ? await call('documents.addFiles', {
              candidateIds: [candidateId],
              uploads: [row.token],
              kind: 'resume',
            })
          : undefined
        const says = !isNew
          ? 'On record already: the résumé was added'
          : suggestions.length > 0
            ? 'Added; perhaps on record twice, see Duplicates'
            : 'Added'
        change(row.key, {
          outcome: {
            ok: true,
            candidateId,
            says: attached && !attached.ok ? `${says}, without the file: ${attached.refusal.says}` : says,
          },
        })
      }
    setAdding(false)
    for (const query of ['views.candidates', 'views.candidateFacets'])
      void cache.invalidateQueries({ queryKey: [query] })
  }
  return {
    rows,
    leftOut,
    refusal,
    adding,
    reading: rows.filter(({ state }) => state === 'waiting' || state === 'reading').length,
    take,
    change,
    add,
  }
}

/** Waits until the file was read; a file that takes longer than two minutes is added unread. */
const readingOf = async (token: string): Promise<Partial<Resume>> => {
  for (let tries = 0; tries < 240; tries++) {
    const read = await ask('documents.uploadReading', { token }).catch(() => undefined)
    if (read && read.state !== 'stored' && read.state !== 'reading') {
      const facts = (read.facts ?? undefined) as ResumeFacts | undefined
      return {
        state: 'read',
        facts,
        name: facts?.name?.full ?? '',
        email: facts?.emails[0]?.address ?? '',
        says: read.says ?? (facts?.name ? undefined : 'No name was found: write it'),
      }
    }
    await new Promise((wake) => setTimeout(wake, tries < 10 ? 200 : 1000))
  }
  return { state: 'read', says: 'Still being read: write the name; the rest follows' }
}

const arrivalOf = ({ name, email, facts }: Resume) => ({
  name,
  ...(email.trim()
    ? { emails: [email, ...(facts?.emails.slice(1).map(({ address }) => address) ?? [])] }
    : {}),
  ...(facts
    ? {
        phones: facts.phones.map(({ e164, written }) => e164 ?? written),
        links: facts.links.map(({ url }) => url),
        ...(facts.location ? { location: facts.location.text } : {}),
        ...(facts.headline ? { headline: facts.headline.slice(0, 300) } : {}),
      }
    : {}),
  sourceDetail: 'Résumé added by hand',
})
