import { attribute, each, given, type Html, html } from '../html.ts'
import { monthText } from '../model/dates.ts'
import type { Entry } from '../model/draft.ts'
import type { Problem } from '../model/problems.ts'
import type { Reader } from '../model/reader.ts'
import { field, textField } from './fields.ts'

/** Work and learning, one folded line each, open where something is to be put right or still empty. */
export const entryFields = (
  entries: readonly Entry[],
  problems: readonly Problem[],
  reader: Reader,
): Html => html`<div>${each(entries, (entry, at) => {
  const id = (part: string) => `entry-${at}-${part}`
  const wrong = problems.some((problem) => problem.field.startsWith(id('')))
  const name = [entry.title, entry.where].filter(Boolean).join(', ')
  return html`
  <details class="read"${attribute('open', wrong || !name)}><summary><strong>${name || english.empty}</strong> <span class="quiet">${span(entry, reader)}</span></summary>
    <div class="form">
      <div class="pair">${textField({ id: id('title'), label: english.title, optional: true, problems }, entry.title)}${textField(
        { id: id('where'), label: english.where, optional: true, problems },
        entry.where,
      )}</div>
      <div class="pair">${textField({ id: id('from'), label: english.from, optional: true, problems }, entry.from, { type: 'month' })}${textField(
        { id: id('until'), label: english.until, hint: english.untilHint, optional: true, problems },
        entry.until,
        { type: 'month' },
      )}</div>
      ${field({ id: id('outcome'), label: english.outcome, optional: true, problems }, (tied) => html`<textarea${tied} rows="3">${'\n'}${entry.outcome}</textarea>`)}
      <div class="acts"><button class="btn bare bad" name="act" value="remove-entry-${at}">${english.remove}<span class="hide"> ${name}</span></button></div>
    </div></details>`
})}</div>
  <p class="acts"><button class="btn" name="act" value="add-entry">${english.add}</button></p>`

const span = ({ from, until }: Entry, reader: Reader): Html | '' => {
  const month = (written: string) => (/^\d{4}-\d{2}$/.test(written) ? monthText(written, reader) : written)
  return given(
    from || until,
    () => html`${month(from)}${from ? '\u00a0– ' : ''}${until ? month(until) : english.now}`,
  )
}

const english = {
  empty: 'New entry',
  title: 'What you did there',
  where: 'Where',
  from: 'From',
  until: 'Until',
  untilHint: 'Leave empty if it lasts.',
  outcome: 'What came of it',
  remove: 'Remove this entry',
  add: 'Add an entry',
  now: 'now',
}
