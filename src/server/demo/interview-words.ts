import type { CastName } from './cast.ts'

interface DemoStep {
  readonly by: CastName
  readonly plan: object
}

/** The interviews of two of the demo's jobs. Criteria are named by their place in the job's. */
export const demoPlans: Readonly<Record<'motion' | 'perception', readonly DemoStep[]>> = {
  motion: [
    {
      by: 'ifeoma',
      plan: {
        name: 'Technical talk',
        kind: 'video',
        minutes: 60,
        kit: 'Ten minutes on their own work, forty on ours, ten for their questions.\nBring the trace of the joint that hums: let them read it before you say what it was.\nLeave pay and start to Maren.',
        focus: [
          {
            attributeId: 'need-1',
            ask: 'A joint overshoots only when it is cold. What do you look at first?',
          },
          {
            attributeId: 'need-2',
            ask: 'Show a piece of your code that runs in an interrupt. What would break it?',
          },
          { attributeId: 'need-3', ask: 'When did a bus last lie to you?' },
        ],
      },
    },
    {
      by: 'tomas',
      plan: {
        name: 'At the arm',
        kind: 'on-site',
        minutes: 90,
        kit: 'Stand at the arm together and let them tune it. Nothing is graded that they did not touch.\nTell them before that they may ask for anything a colleague would have.',
        focus: [
          { attributeId: 'need-1', ask: 'Here is the arm, here is the scope. Make it quieter.' },
          { attributeId: 'need-4', ask: 'What must never happen here, and what makes sure of it?' },
        ],
      },
    },
  ],
  perception: [
    {
      by: 'ifeoma',
      plan: {
        name: 'System design',
        kind: 'video',
        minutes: 60,
        kit: 'One mast, two lidars, wind. Let them draw. Change one thing half-way and see what they give up.',
        focus: [
          { attributeId: 'need-1', ask: 'Which part of it have you run on a robot, and what did it cost?' },
          { attributeId: 'need-2', ask: 'The mast sways and lidar drops to 20 Hz. What gives way first?' },
        ],
      },
    },
    {
      by: 'tomas',
      plan: {
        name: 'With the team lead',
        kind: 'video',
        minutes: 45,
        kit: 'How they work with others, and what they would want from us in the first half-year.',
        focus: [{ attributeId: 'need-2', ask: 'Explain drift to me so that I can plan with it.' }],
      },
    },
  ],
}

/** What the cast found, by interview: first somebody they would take, then somebody on whom they disagree. */
export const demoCards = {
  good: {
    'Technical talk': {
      ratings: [
        {
          attributeId: 'need-1',
          rating: 5,
          words: 'Asked for the temperature of the oil before anything else, then for the current trace.',
        },
        {
          attributeId: 'need-2',
          rating: 4,
          words: 'Small interrupt, everything else deferred; knew the worst case in microseconds.',
        },
        { attributeId: 'need-3', rating: null, words: '' },
      ],
      recommendation: 'strong-yes',
      summary: 'Would hand over my own joints tomorrow.',
    },
    'At the arm': {
      ratings: [
        {
          attributeId: 'need-1',
          rating: 4,
          words: 'Quiet in twenty minutes, wrote down each change and took two of them back.',
        },
        { attributeId: 'need-4', rating: 3, words: '' },
      ],
      recommendation: 'yes',
      summary: 'Calm at the machine, and says what they do not know.',
    },
    'System design': {
      ratings: [
        {
          attributeId: 'need-1',
          rating: 4,
          words: 'Two years of fusion on a moving platform; named the frame budget unasked.',
        },
        {
          attributeId: 'need-2',
          rating: 4,
          words: 'Gave up map density before latency, put 35 ms on it, and said how to check.',
        },
      ],
      recommendation: 'yes',
      summary: 'One drawing, three sentences, all of them true.',
    },
    'With the team lead': {
      ratings: [
        {
          attributeId: 'need-2',
          rating: 5,
          words: 'Explained drift so that I could plan the quarter with it.',
        },
      ],
      recommendation: 'yes',
      summary: 'Grows to lead.',
    },
  },
  mixed: {
    'Technical talk': {
      ratings: [
        { attributeId: 'need-1', rating: 4, words: 'Found the resonance from the trace alone.' },
        {
          attributeId: 'need-2',
          rating: 2,
          words: 'Allocates in the control loop, and did not see why I asked.',
        },
        { attributeId: 'need-3', rating: 3, words: '' },
      ],
      recommendation: 'no',
      summary: 'Good ear for machines; I would not own this code today.',
    },
    'At the arm': {
      ratings: [
        { attributeId: 'need-1', rating: 5, words: 'Best hands we had at the arm this year.' },
        {
          attributeId: 'need-4',
          rating: 4,
          words: 'Stopped the run before the mast did, without being told.',
        },
      ],
      recommendation: 'strong-yes',
      summary: 'Safest person at the arm this year.',
    },
  },
} as const
