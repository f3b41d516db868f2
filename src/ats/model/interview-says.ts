import type { Instant } from '../../kernel/model/time.ts'
import type { InterviewKind } from './interview.ts'
import { type Clock, daySays, momentSays } from './promise.ts'

/**
 * When and where an interview is, in a candidate's words: on their own clock where it is known, with ours beside it
 * where that reads differently.
 */
export const interviewSays = (
  interview: { readonly kind: InterviewKind; readonly startsAt: Instant; readonly place: string },
  { theirs, ours }: { readonly theirs: string | null; readonly ours: Clock },
  language: string,
): { readonly date: string; readonly time: string; readonly place: string } => {
  const clock = theirs ? { ...ours, zone: theirs } : ours
  const time = momentSays(interview.startsAt, clock, language)
  const here = momentSays(interview.startsAt, ours, language)
  const words = whereSays[language.slice(0, 2)] ?? whereSays.en!
  return {
    date: daySays(interview.startsAt, clock, language),
    time: here === time ? time : `${time} (${here})`,
    place: interview.place || words[interview.kind],
  }
}

const whereSays: Readonly<Record<string, Readonly<Record<InterviewKind, string>>>> = {
  en: {
    call: 'by telephone, we call you',
    video: 'by video, the link follows',
    'on-site': 'at our office',
    exercise: 'where you like to work',
  },
  de: {
    call: 'am Telefon, wir rufen dich an',
    video: 'per Video, der Link folgt',
    'on-site': 'bei uns im Büro',
    exercise: 'wo du gern arbeitest',
  },
  nl: {
    call: 'telefonisch, wij bellen je',
    video: 'per video, de link volgt',
    'on-site': 'bij ons op kantoor',
    exercise: 'waar je graag werkt',
  },
}
