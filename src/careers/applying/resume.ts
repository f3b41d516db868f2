import { given, type Html, html } from '../html.ts'
import { type HeldFile, resumeHandleField } from '../model/draft.ts'
import { row } from '../site/parts.ts'
import { field, textField } from './fields.ts'
import type { ApplicationForm } from './form.ts'

/** What became of a résumé that was to be read; one that can't be read is kept and sent all the same. */
export type Reading =
  | { readonly outcome: 'read'; readonly pages?: number }
  | { readonly outcome: 'unreadable'; readonly says?: string }
  | { readonly outcome: 'refused'; readonly says: string }

/** The résumé: a file or a link, the button that reads it, and what was read, said to be fallible. */
export const resumeRow = (form: ApplicationForm): Html =>
  row(
    'your-resume',
    english.heading,
    form.draft.resume ? heldResume(form, form.draft.resume) : chooseResume(form),
    english.kinds,
  )

const heldResume = (
  { reading, readBy }: ApplicationForm,
  file: HeldFile,
): Html => html`<input type="hidden" name="${resumeHandleField}" value="${file.handle}">
  ${
    reading?.outcome === 'unreadable'
      ? html`<div class="note"><p><strong>${english.kept(file.name)}</strong> ${english.unreadable}</p>${given(reading.says, (says) => html`<p>${says}</p>`)}</div>`
      : html`<div class="note ok"><p><strong>${reading?.outcome === 'read' ? english.read(file.name) : english.kept(file.name)}</strong> (${[
          reading?.outcome === 'read' && reading.pages && english.pages(reading.pages),
          file.bytes !== undefined && size(file.bytes),
        ]
          .filter(Boolean)
          .join(', ')})${reading?.outcome === 'read' ? ` ${english.fallible(readBy[0])}` : ''}</p></div>`
  }
  <p class="acts"><button class="btn" name="act" value="replace">${english.replace}</button> <button class="btn bare" name="act" value="clear">${
    english.clear
  }</button></p>`

const chooseResume = ({
  draft,
  fixed,
  problems,
  reading,
  mostMegabytes,
}: ApplicationForm): Html => html`<div class="form">
  ${given(reading?.outcome === 'refused' && reading.says, (says) => html`<div class="note bad" role="alert"><p>${says}</p></div>`)}
  ${field(
    {
      id: 'resume',
      label: english.file,
      hint: english.fileHint(mostMegabytes),
      optional: fixed.resume === 'optional',
      problems,
    },
    (tied) => html`<input type="file"${tied} accept=".pdf,.docx,.doc,.odt,.rtf,.html,.txt,.json,image/*">`,
  )}
  <p class="acts"><button class="btn" name="act" value="read">${english.readIt}</button> <span class="small quiet">${english.nothingSent}</span></p>
  ${textField(
    { id: 'resume-link', label: english.link, hint: english.linkHint, optional: true, problems },
    draft.resumeLink,
    { type: 'url', autocomplete: 'url', maxlength: 2000 },
  )}
</div>`

const size = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`

const english = {
  heading: 'Your résumé',
  kinds: 'PDF, Word, OpenDocument, text, a photo or scan, or JSON Résumé',
  file: 'Résumé',
  fileHint: (megabytes: number) => `Up to ${megabytes} MB.`,
  readIt: 'Read my résumé and fill in the form',
  nothingSent: 'Nothing is sent yet.',
  link: 'A link instead',
  linkHint: 'Your own page, a profile or a portfolio. A link alone is fine.',
  read: (name: string) => `We read ${name}`,
  kept: (name: string) => `We have ${name}`,
  pages: (pages: number) => `${pages} ${pages === 1 ? 'page' : 'pages'}`,
  fallible: (reader?: string) =>
    `and filled in what we could. Please check it: the reading can be wrong, only what you confirm counts, and ${
      reader ?? 'a person'
    } reads the original as well.`,
  unreadable:
    'but could not read any text in it. That costs you nothing: it is sent as it is, and a person opens it. Please fill in the fields below.',
  replace: 'Use another file',
  clear: 'Start empty instead',
}
