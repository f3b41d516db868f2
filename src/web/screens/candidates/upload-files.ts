import type { Answer } from '../../api/client.ts'

export interface Uploaded {
  readonly token: string
  readonly fileId: string
  readonly name: string
  readonly bytes: number
  readonly quarantined: boolean
}

/** Sends originals; the answer holds a secret for each, with which it is attached later. */
export const uploadFiles = async (
  files: readonly File[],
  kind: 'resume' | 'other' | 'import' = 'resume',
): Promise<Answer<readonly Uploaded[]>> => {
  const form = new FormData()
  form.set('kind', kind)
  for (const file of files) form.append('file', file, file.name)
  try {
    const response = await fetch('/files', { method: 'POST', headers: { 'x-throughline': '1' }, body: form })
    return (await response.json()) as Answer<readonly Uploaded[]>
  } catch {
    return {
      ok: false,
      refusal: { code: 'unreachable', says: 'The server can’t be reached. Try again in a moment.' },
    }
  }
}
