import { textField } from '../applying/fields.ts'
import { problemSummary, titleWithProblems } from '../applying/problem-summary.ts'
import { each, html } from '../html.ts'
import type { Problem } from '../model/problems.ts'
import type { Reader } from '../model/reader.ts'
import { paths } from '../paths.ts'
import { page } from '../site/layout.ts'
import { band, row } from '../site/parts.ts'
import type { Site } from '../site/site.ts'
import { wordsIn } from '../site/words.ts'

/** What a person may change about themselves at once; anything else they write to us about. */
export type Correctable = {
  readonly backTo: string
  readonly values: {
    readonly name: string
    readonly email: string
    readonly phone: string
    readonly town: string
  }
  readonly problems: readonly Problem[]
}

/** Asks once before an application is withdrawn: what follows, that it can be undone, a reason only if they like. */
export const withdrawPage = (
  asked: { ref: string; job: string; reasons: readonly { readonly id: string; readonly label: string }[] },
  site: Site,
  reader: Reader,
): string => {
  const words = wordsIn(reader.lang, { en: english }).withdraw
  return page(site, reader, {
    title: words.heading(asked.job),
    main: html`${band({ heading: words.heading(asked.job), lead: words.lead })}
<form class="wrap" action="${paths.withdraw(asked.ref)}" method="post">
${row(
  'why',
  words.why,
  html`<fieldset><legend class="hide">${words.why}</legend>${each(
    asked.reasons,
    (reason) =>
      html`<label class="check" for="reason-${reason.id}"><input type="radio" id="reason-${reason.id}" name="reason" value="${reason.id}"> <span>${reason.label}</span></label>`,
  )}</fieldset>
  <div><label for="note">${words.note} <span class="opt">(optional)</span></label><textarea id="note" name="note" rows="3" maxlength="5000"></textarea></div>`,
  words.whyAside,
)}
${row('do', words.do, html`<p class="acts"><button class="btn bad">${words.button}</button> <a class="btn" href="${paths.myApplication(asked.ref)}">${words.back}</a></p><p class="small quiet">${words.undo}</p>`)}
</form>`,
  })
}

/** The fields a person can put right themselves. */
export const correctPage = (correctable: Correctable, site: Site, reader: Reader): string => {
  const words = wordsIn(reader.lang, { en: english }).correct
  const { problems, values } = correctable
  return page(site, reader, {
    title: titleWithProblems(problems, words.heading),
    main: html`${band({ heading: words.heading, lead: words.lead })}
<form class="wrap" action="${paths.correct()}" method="post" novalidate>
${problemSummary(problems, 'saved')}
${row(
  'about',
  words.about,
  html`<div class="form">
  ${textField({ id: 'name', label: words.name, problems }, values.name, { autocomplete: 'name', maxlength: 200 })}
  <div class="pair">${textField({ id: 'email', label: words.email, hint: words.emailHint, problems }, values.email, { type: 'email', autocomplete: 'email', maxlength: 254 })}
  ${textField({ id: 'phone', label: words.phone, optional: true, problems }, values.phone, { type: 'tel', autocomplete: 'tel', maxlength: 60 })}</div>
  ${textField({ id: 'town', label: words.town, optional: true, problems }, values.town, { autocomplete: 'address-level2', maxlength: 200 })}
  </div>`,
)}
${row('more', words.more, html`<div><label for="else">${words.else} <span class="opt">(optional)</span></label><p class="hint" id="else-hint">${words.elseHint}</p><textarea id="else" name="else" rows="4" maxlength="20000" aria-describedby="else-hint"></textarea></div>`)}
${row('do', words.do, html`<p class="acts"><button class="btn main">${words.button}</button> <a class="btn" href="${correctable.backTo}">${words.back}</a></p>`)}
</form>`,
  })
}

/** Asks once before a person asks for erasure: what is erased, who does it, by when (GDPR Art. 12(3), 17). */
export const erasePage = (
  asked: { backTo: string; erased: readonly string[]; wrong?: boolean },
  site: Site,
  reader: Reader,
): string => {
  const words = wordsIn(reader.lang, { en: english }).erase
  const problems: Problem[] = asked.wrong ? [{ field: 'sure', label: words.sure, says: words.notSure }] : []
  return page(site, reader, {
    title: titleWithProblems(problems, words.heading),
    main: html`${band({ heading: words.heading, lead: words.lead })}
<form class="wrap" action="${paths.erase()}" method="post" novalidate>
${problemSummary(problems, 'asked')}
${row('goes', words.goes, html`<ul class="bullets">${each(asked.erased, (what) => html`<li>${what}</li>`)}</ul>`)}
${row(
  'do',
  words.do,
  html`<label class="check" for="sure"><input type="checkbox" id="sure" name="sure" value="yes"${asked.wrong ? html` aria-invalid="true" aria-describedby="sure-problem"` : ''}> <span>${words.sure}</span></label>
  ${asked.wrong ? html`<p class="err" id="sure-problem">${words.tick}</p>` : ''}
  <p class="acts"><button class="btn bad">${words.button}</button> <a class="btn" href="${asked.backTo}">${words.back}</a></p>`,
)}
</form>`,
  })
}

const english = {
  withdraw: {
    heading: (job: string) => `Withdraw from ${job}?`,
    lead: 'We are told at once, and nobody goes on with it. It is never held against you.',
    why: 'Why, if you like',
    whyAside: 'You can leave this empty.',
    note: 'In your own words',
    do: 'Your decision',
    button: 'Withdraw my application',
    back: 'Stay in',
    undo: 'You can undo it on your own page while the job is open.',
  },
  correct: {
    heading: 'Correct something',
    lead: 'Change what is wrong. What you sent with an application stays as it was, beside the correction.',
    about: 'About you',
    name: 'Your name, as you write it',
    email: 'E-mail',
    emailHint: 'We answer to this address from now on.',
    phone: 'Telephone',
    town: 'Town',
    more: 'Anything else',
    else: 'What else is wrong?',
    elseHint: 'In a file, in an answer, in what we read. A person puts it right and writes to you.',
    do: 'Save',
    button: 'Save my corrections',
    back: 'Back without saving',
  },
  erase: {
    heading: 'Ask us to delete my data?',
    lead: 'A person of ours erases it within a month and tells you when it is done. It ends every application of yours here and can’t be undone then. You may download everything first.',
    goes: 'What will be erased',
    do: 'Your decision',
    sure: 'Yes, I want everything listed above to be erased',
    notSure: 'tick it if you mean it',
    tick: 'Tick it if you mean it.',
    button: 'Ask for deletion',
    back: 'Keep my data',
  },
}
