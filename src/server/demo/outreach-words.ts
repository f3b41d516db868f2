import type { CastName } from './cast.ts'

interface DemoSequence {
  readonly key: string
  readonly madeDaysAgo: number
  readonly by: CastName
  readonly professions: readonly string[]
  readonly plan: object
}

/** The sequences of the demo, by whom and for whom. */
export const demoSequences: readonly DemoSequence[] = [
  {
    key: 'perception',
    madeDaysAgo: 30,
    by: 'ayse',
    professions: ['perception', 'motion', 'embedded'],
    plan: {
      name: 'Perception, EU winter',
      steps: [
        {
          waitDays: 0,
          subject: 'A look at Kestrel',
          body: `Hello {{ candidate.first_name }},

we build Kestrel, a robot that walks through shipyards and measures what it sees. Your work made me think of the team behind it. Ten minutes on the phone are enough to know whether it could be something for you.

{{ sender.full_name }}, {{ organisation.name }}`,
        },
        {
          waitDays: 4,
          sameThread: true,
          needsPersonalLine: true,
          body: `Hello {{ candidate.first_name }},

a short follow-up. {{ personal.line }}

If a call is easier, I am free on Thursday.

{{ sender.first_name }}`,
        },
        {
          waitDays: 3,
          subject: 'What you would work on',
          body: `Hello {{ candidate.first_name }},

in the first half year you would bring lidar and radar together on a robot that does not stand still: five people, one test hall by the water, and a customer who waits for it.

{{ sender.first_name }}`,
        },
        {
          waitDays: 6,
          sameThread: true,
          body: `Hello {{ candidate.first_name }},

is next spring better? A word is enough and I write again then; without one I will not ask any more.

{{ sender.first_name }}`,
        },
      ],
    },
  },
  {
    key: 'field',
    madeDaysAgo: 28,
    by: 'maren',
    professions: ['field'],
    plan: {
      name: 'Field work in spring',
      steps: [
        {
          waitDays: 0,
          subject: 'On site in Rotterdam or Hamburg',
          body: `Hello {{ candidate.first_name }},

from spring on we look for people who take our robots to where they work, and bring them back working. You would be out three days a week and home every night.

Shall I tell you more?

{{ sender.full_name }}`,
        },
        {
          waitDays: 5,
          sameThread: true,
          body: `Hello {{ candidate.first_name }},

in case it got lost: pay stands in the posting, the van is ours, and so are the steel toes.

{{ sender.first_name }}`,
        },
      ],
    },
  },
]

/** What one person only is told. */
export const ownLines = [
  'Your talk on calibrating without a target is why I write to you first.',
  'You fused radar at ten hertz on a moving base; ours moves too.',
  'Jonas saw your open source driver and has three questions about it.',
  'The lab evening in October was too short for what you asked about drift.',
] as const

/** How people answer, and what whoever reads it notes. */
export const answersToOutreach = [
  { text: 'Gladly. Thursday after four is good; my number is in the signature.', answer: 'interested' },
  { text: 'Sounds good. Is the test hall open to visitors before one applies?', answer: 'interested' },
  { text: 'Thank you, but I have just started somewhere else. Ask me in a year?', answer: 'timing' },
  { text: 'Kind of you. I do not want to move away from Gdańsk.', answer: 'not-interested' },
  { text: 'I think you mean my brother: he does the sensors, I do the accounts.', answer: 'wrong-contact' },
] as const
