import type { Chance } from './random.ts'

/** What applicants answer on the form. */
export const answerTo = (by: Chance, questionId: string): string =>
  by.pick(
    {
      start: [
        'From 1 February, 40 hours.',
        'After a notice of two months, 36 hours.',
        'From January. 24 hours until June, then 40, because of our daughter.',
        'At once, full time.',
        'From 1 March, 32 hours; Fridays are for my workshop.',
      ],
      example: [
        'I raised the bandwidth of joint four and the demo looked great. On the bench it rang at 31 Hz, which was the cable, not the motor. I unplugged the encoder on purpose and watched what it did. After that I kept the slower loop and moved the cable.',
        'I made the update smaller and faster, and one in four hundred boards did not come back. We saw it in the nightly test because it cut the power at random. I put the old path back the same day.',
        'We removed a check that nobody understood. Two weeks later we understood it. Now every check has a comment that says what broke.',
      ],
      sensor: [
        'A lidar that counted its own protective glass as a wall, but only below five degrees. I noticed when the map grew a room each morning.',
        'The radar saw the floor of the test hall as a car. We found it by tilting the whole robot by two degrees.',
        'An encoder with a loose screw: right on average, wrong each turn. The histogram had two humps.',
      ],
      portfolio: ['https://work.example/panel', 'https://portfolio.example/2026', 'https://cases.example'],
      permit: ['Yes, now', 'Yes, now', 'Yes, now', 'With your help'],
    }[questionId] ?? ['Yes.'],
  )

/** What candidates write back. */
export const replies: readonly string[] = [
  'Thank you for the quick answer. May I show our vibration data on my own laptop? I can only show it, not send it.',
  'Tuesday afternoon suits me well. Is the lab within reach by public transport?',
  'Could two days a week be from home? The rest of it sounds like what I want next.',
  'Thank you. I have another offer with a deadline on Friday; can you tell me whether that is realistic?',
  'Happy to talk. Is Tomás the one who gave the talk about sparse maps?',
  'Can the office be reached with a wheelchair?',
  'I made a mistake in my form: my notice period is one month, not three.',
  'Would you like to see the bench I built at home? It fits on a table and makes a lot of noise.',
  'I am at sea without a signal until Thursday. After that any day is fine.',
  'Does the team speak Dutch among themselves? I understand it and am slow at it.',
  'My old manager would gladly talk to you. Shall I send you her number, or do you ask later?',
]

/** What we answer. */
export const ours: readonly string[] = [
  'Hi, yes to that. Bring it along; nothing has to leave your laptop. You will hear from us by the date on your page.\n\nMaren',
  'Yes, the tram stops in front of the door. I have put the address on your page.\n\nMaren',
  'Two days from home is what most of us do. Let’s talk about the details when we meet.\n\nMaren',
]

export const notes: readonly string[] = [
  'Clear about what failed and why. Knows calibration better than I do.',
  'Asks the nurse first, then the robot. I like that.',
  'Little CUDA yet; would learn it.',
  'Strong on the bench, has not led anybody. Right for the second seat.',
  'Met at the open lab evening; remembered the name of every machine.',
]

/** To who waits for the last word. */
export const stillDeciding: readonly string[] = [
  'Hi, a short word: we have met everybody now and are deciding. You will hear from us by the date on your page.\n\nMaren',
  'Hi, nothing is lost and nobody forgot you: the second seat is being approved. The date on your page is the one I hold myself to.\n\nMaren',
]
