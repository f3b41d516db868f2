import { each, given, type Html, html } from '../html.ts'
import { wordsIn } from './words.ts'

/** One step of the way, drawn from the record's state. */
export type Step = {
  readonly state: 'done' | 'now' | 'next' | 'ended'
  readonly title: string
  /** The date or length, in bold. */
  readonly when?: string
  /** What belongs to it: the office's clock, the middle so far. */
  readonly whenRemark?: string
  readonly remark?: string
  /** Whose turn a `now` step is. */
  readonly turn?: 'us' | 'you'
}

/** The line of steps: the same part on the job, the confirmation and the candidate's page. A hidden word repeats each mark. */
export const lineOfSteps = (
  steps: readonly Step[],
  lang: string,
  told: 'ahead' | 'standing' = 'standing',
): Html => {
  const words = wordsIn(lang, { en: english })
  const first = (at: number): string =>
    at === 0 ? words.first : at === steps.length - 1 ? words.last : words.after
  return html`<ol class="line">${each(steps, (step, at) => {
    const said =
      told === 'ahead'
        ? first(at)
        : step.state === 'now' && step.turn
          ? words.turn[step.turn]
          : words.state[step.state]
    return html`
  <li class="${marks[step.state]}"${step.state === 'now' && told === 'standing' ? html` aria-current="step"` : ''}>
    <h3><span class="hide">${said}: </span>${step.title}</h3>
    ${given(
      step.when ?? step.whenRemark,
      () =>
        html`<div class="when">${given(step.when, (when) => html`<b>${when}</b>`)}${
          step.when && step.whenRemark ? html`<br>` : ''
        }${step.whenRemark ?? ''}</div>`,
    )}
    ${given(step.remark, (remark) => html`<p${step.state === 'now' ? html` class="now-text"` : ''}>${remark}</p>`)}
  </li>`
  })}</ol>`
}

const marks = { done: 'done', now: 'now', next: 'next', ended: 'off' } as const

const english = {
  first: 'First',
  after: 'Then',
  last: 'Last',
  state: { done: 'Done', now: 'Now', next: 'Next', ended: 'Ended here' },
  turn: { us: 'Now, our turn', you: 'Now, your turn' },
}
