import { each, given, type Html, html } from '../html.ts'
import { type Draft, trapField } from '../model/draft.ts'
import type { FixedFields, Problem } from '../model/problems.ts'
import type { Question } from '../model/question.ts'
import type { Reader } from '../model/reader.ts'
import type { ZoneGroup } from '../model/zones.ts'
import { paths } from '../paths.ts'
import { page } from '../site/layout.ts'
import { band, capital, row } from '../site/parts.ts'
import type { Site } from '../site/site.ts'
import { englishCount, wordsIn } from '../site/words.ts'
import { entryFields } from './entries.ts'
import { check, field, textField } from './fields.ts'
import { problemSummary, titleWithProblems } from './problem-summary.ts'
import { questionFields } from './questions.ts'
import { type Reading, resumeRow } from './resume.ts'

export type ApplicationForm = {
  readonly posting: {
    readonly slug: string
    readonly title: string
    readonly place: string
    readonly lang: string
  }
  readonly fixed: FixedFields
  readonly questions: readonly Question[]
  /** Those who read every application. */
  readonly readBy: readonly string[]
  readonly zones: readonly ZoneGroup[]
  readonly mostMegabytes: number
  /** How long a yes to other jobs lasts, in months. */
  readonly keepInMindMonths: number
  readonly draft: Draft
  readonly problems: readonly Problem[]
  /** What became of the résumé just sent to be read. */
  readonly reading?: Reading
}

/**
 * The application form on one page, complete without script: pressing "read my résumé" posts the file and brings the
 * same page back, filled in.
 */
export const applicationForm = (form: ApplicationForm, site: Site, reader: Reader): string => {
  const words = wordsIn(reader.lang, { en: english })
  const { draft, posting, problems } = form
  return page(site, reader, {
    title: titleWithProblems(problems, words.title(posting.title)),
    canonical: paths.apply(posting.slug),
    main: html`${band({
      crumb: html`<a href="${paths.job(posting.slug)}" lang="${posting.lang}">${posting.title}, ${posting.place}</a>`,
      heading: words.heading,
      lead: form.reading?.outcome === 'read' ? words.leadRead : words.lead,
    })}
<form class="wrap" action="${paths.apply(posting.slug)}" method="post" enctype="multipart/form-data" novalidate>
${hiddenFields(draft, words)}
${problemSummary(problems)}
${resumeRow(form)}
${row('about', words.about, aboutFields(form, words))}
${row('entries', words.entries, entryFields(draft.entries, problems, reader), draft.entries.length > 0 ? words.entriesAside : words.noEntriesAside)}
${form.questions.length > 0 ? row('questions', words.questions(form.questions.length), html`<div lang="${posting.lang}">${questionFields(form.questions, draft, problems)}</div>`, words.questionsAside) : ''}
${form.fixed.coverLetter === 'optional' ? row('letter-row', words.letterHeading, letterField(draft, problems, words)) : ''}
${row('send', words.send, sendFields(form, words), words.sendAside)}
</form>`,
  })
}

const hiddenFields = (
  draft: Draft,
  words: typeof english,
): Html => html`<button class="hide" name="act" value="send" tabindex="-1" aria-hidden="true">${
  words.sendButton
}</button>
<input type="hidden" name="request" value="${draft.request}">
<div class="trap" aria-hidden="true"><label for="${trapField}">${words.trap}</label><input id="${trapField}" name="${trapField}" type="text" value="" tabindex="-1" autocomplete="off"></div>`

const aboutFields = (
  { draft, fixed, problems, zones }: ApplicationForm,
  words: typeof english,
): Html => html`<div class="form">
  ${textField({ id: 'name', label: words.name, problems }, draft.name, { autocomplete: 'name', maxlength: 200 })}
  <div class="pair">
  ${textField({ id: 'email', label: words.email, problems }, draft.email, { type: 'email', autocomplete: 'email', maxlength: 254 })}
  ${fixed.phone === 'not-asked' ? '' : textField({ id: 'phone', label: words.phone, optional: fixed.phone === 'optional', problems }, draft.phone, { type: 'tel', autocomplete: 'tel', maxlength: 60 })}
  </div>
  <div class="pair">
  ${fixed.town === 'not-asked' ? '' : textField({ id: 'town', label: words.town, optional: fixed.town === 'optional', problems }, draft.town, { autocomplete: 'address-level2', maxlength: 200 })}
  ${field(
    { id: 'zone', label: words.zone, problems },
    (tied) =>
      html`<select${tied}>${each(
        zones,
        (area) =>
          html`<optgroup label="${area.area}">${each(
            area.zones,
            (zone) =>
              html`<option value="${zone.id}"${zone.id === draft.zone ? html` selected` : ''}>${zone.label}</option>`,
          )}</optgroup>`,
      )}</select>`,
  )}
  </div>
</div>`

const letterField = (draft: Draft, problems: readonly Problem[], words: typeof english): Html =>
  field(
    { id: 'letter', label: words.letter, optional: true, problems },
    (tied) => html`<textarea${tied} rows="8" maxlength="20000">${'\n'}${draft.letter}</textarea>`,
  )

/** The words beside the box that agrees to be kept in mind, exactly as shown: kept with the consent. */
export const keepInMindText = (lang: string, months: number): string => {
  const words = wordsIn(lang, { en: english })
  return `${words.keepInMind(months)}. ${words.keepInMindHint}`
}

const sendFields = (form: ApplicationForm, words: typeof english): Html => html`${check('checkbox', {
  id: 'keep-in-mind',
  name: 'keep-in-mind',
  value: 'yes',
  label: words.keepInMind(form.keepInMindMonths),
  hint: words.keepInMindHint,
  chosen: form.draft.keepInMind,
})}
  <p class="acts"><button class="btn main" id="send-it" name="act" value="send">${words.sendButton}</button> <button class="btn" name="act" value="later">${
    words.later
  }</button></p>
  <p class="small quiet">${words.kept} <a href="${paths.privacy()}">${words.stored}</a> ${words.anyTime}${given(
    form.readBy.join(', '),
    (names) => html` ${words.readBy(names)}`,
  )}</p>`

const english = {
  title: (job: string) => `Apply: ${job}`,
  heading: 'Your application',
  lead: 'Start with your résumé and most of it fills itself in. Everything is needed unless it says optional.',
  leadRead: 'Most of it is filled in from your résumé. Everything is needed unless it says optional.',
  trap: 'Leave this empty',
  about: 'About you',
  name: 'Your name, as you write it',
  email: 'E-mail',
  phone: 'Telephone',
  town: 'Town',
  zone: 'Your clock',
  entries: 'Work and learning',
  entriesAside: 'Open a line to correct it.',
  noEntriesAside: 'Only if your résumé doesn’t say it already.',
  questions: (count: number) => (count === 1 ? 'One question' : capital(`${englishCount(count)} questions`)),
  questionsAside: 'Nobody is turned down by a rule. A person reads each answer.',
  letterHeading: 'A letter',
  letter: 'Anything you would like to add',
  send: 'Send',
  sendAside: 'We mail you a link to your own page.',
  keepInMind: (months: number) => `Also keep me in mind for other jobs, for ${months} months`,
  keepInMindHint: 'Not needed for this application. You can undo it any day.',
  sendButton: 'Send application',
  later: 'Save, and mail me a link',
  kept: 'We keep your application until you ask us to delete it.',
  stored: 'What we store, and who sees it.',
  anyTime: 'You can withdraw, correct or ask us to delete on your own page at any time.',
  readBy: (names: string) => `Read by ${names}.`,
}
