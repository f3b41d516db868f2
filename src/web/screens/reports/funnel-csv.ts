import type { Step } from './Funnel.tsx'

/** The figures as rows of a spreadsheet (RFC 4180); a name that would be a formula there is made text. */
export const csvOf = (steps: readonly Step[]): string =>
  [
    [
      'Step',
      'Came this far',
      'Standing here now',
      'Of the step before',
      'Of all',
      'Median days from applying',
    ],
    ...steps.map((step) => [
      step.name,
      step.count,
      step.standing,
      step.passThrough === null ? '' : step.passThrough.toFixed(4),
      step.ofAll === null ? '' : step.ofAll.toFixed(4),
      step.medianDays === null ? '' : step.medianDays.toFixed(2),
    ]),
  ]
    .map((row) => row.map(cell).join(','))
    .join('\r\n')

const cell = (value: string | number): string => {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
