import type { CastName, offices } from './cast.ts'

/** One job of the demo: what `ats.createJob` takes, and how far it has come. */
export interface DemoJob {
  readonly key: string
  readonly title: string
  readonly department: string
  readonly office: keyof typeof offices
  readonly profession: string
  readonly state: 'draft' | 'open' | 'on-hold' | 'closed'
  readonly openedDaysAgo: number
  readonly applicants: number
  readonly seats: number
  readonly pay: readonly [number, number]
  readonly team: readonly (readonly [
    CastName,
    'recruiter' | 'hiring-manager' | 'coordinator' | 'sourcer' | 'interviewer',
    boolean?,
  ])[]
  readonly summary: string
  readonly work: readonly string[]
  readonly need: readonly {
    readonly says: string
    readonly must: boolean
    readonly words: readonly string[]
  }[]
  readonly questions: readonly {
    readonly id: string
    readonly kind: 'long-text' | 'short-text' | 'yes-no' | 'single-choice'
    readonly label: string
    readonly required: boolean
    readonly options?: readonly string[]
  }[]
  readonly confidential?: boolean
}

const shared = {
  start: {
    id: 'start',
    kind: 'short-text',
    label: 'When could you start, and for how many hours a week?',
    required: true,
  },
  example: {
    id: 'example',
    kind: 'long-text',
    label: 'Tell us of a change that made things worse. How did you know?',
    required: true,
  },
  permit: {
    id: 'permit',
    kind: 'single-choice',
    label: 'May you work in the country of this job, now or with our help?',
    required: true,
    options: ['Yes, now', 'With your help', 'I don’t know'],
  },
} as const

/** Nine jobs, in all states. */
export const demoJobs: readonly DemoJob[] = [
  {
    key: 'motion',
    title: 'Motion Control Engineer',
    department: 'Robotics',
    office: 'rotterdam',
    profession: 'motion',
    state: 'open',
    openedDaysAgo: 46,
    applicants: 92,
    seats: 2,
    pay: [62_000, 78_000],
    team: [
      ['maren', 'recruiter', true],
      ['tomas', 'hiring-manager', true],
      ['jonas', 'coordinator'],
      ['ifeoma', 'interviewer'],
    ],
    summary: 'Make six-joint arms move exactly as asked, with four others who like to measure.',
    work: [
      'Tune position, speed and current loops on real arms',
      'Write C++ for the joint controllers',
      'Find out why a joint that was fine on Monday hums on Friday',
      'Stand beside the first robot of each series at the customer',
    ],
    need: [
      {
        says: 'Tuned servo loops on real hardware',
        must: true,
        words: [
          'position loops',
          'current and position loops',
          'servo',
          'PID tuning',
          'field-oriented control',
        ],
      },
      {
        says: 'C or C++ on a microcontroller',
        must: true,
        words: ['C++', 'C++17', 'Cortex-M7', 'STM32', 'bare-metal C'],
      },
      { says: 'Has worked with a fieldbus', must: false, words: ['EtherCAT', 'CANopen', 'CAN bus'] },
      {
        says: 'Safety standards for motion',
        must: false,
        words: ['ISO 13849', 'IEC 61508', 'functional safety'],
      },
    ],
    questions: [shared.example, shared.start, shared.permit],
  },
  {
    key: 'perception',
    title: 'Senior Perception Engineer',
    department: 'Robotics',
    office: 'hamburg',
    profession: 'perception',
    state: 'open',
    openedDaysAgo: 38,
    applicants: 74,
    seats: 3,
    pay: [78_000, 96_000],
    team: [
      ['maren', 'recruiter', true],
      ['tomas', 'hiring-manager', true],
      ['ayse', 'sourcer'],
      ['ifeoma', 'interviewer'],
    ],
    summary:
      'Kestrel carries tools up slopes where nobody should. You are the reason that it knows where the rock is.',
    work: [
      'Fuse lidar and radar at 40 Hz within 35 ms',
      'Own point cloud registration under vibration',
      'Make the perception that two other teams can run without asking us',
    ],
    need: [
      {
        says: 'Perception in C++ or Rust that ran on a robot',
        must: true,
        words: ['Rust', 'C++', 'point cloud', 'point clouds'],
      },
      {
        says: 'Knows why a sensor lies',
        must: true,
        words: ['calibration', 'Sensor fusion', 'Lidar calibration', 'drift'],
      },
      { says: 'ROS 2', must: false, words: ['ROS 2'] },
    ],
    questions: [
      {
        id: 'sensor',
        kind: 'long-text',
        label: 'Which sensor lied to you, and when did you notice?',
        required: true,
      },
      shared.start,
      shared.permit,
    ],
  },
  {
    key: 'field',
    title: 'Field Robotics Technician',
    department: 'Service',
    office: 'rotterdam',
    profession: 'field',
    state: 'open',
    openedDaysAgo: 60,
    applicants: 68,
    seats: 4,
    pay: [38_000, 47_000],
    team: [
      ['maren', 'recruiter', true],
      ['priya', 'hiring-manager', true],
      ['jonas', 'coordinator', false],
    ],
    summary: 'Keep sixty robots at twelve sites running, and tell us what to build better.',
    work: [
      'Find faults on site, electrical and mechanical',
      'Train the people who work beside the robots',
      'Write down what you found, so that it is found once',
    ],
    need: [
      {
        says: 'Finds faults in electrical and mechanical systems',
        must: true,
        words: ['fault finding', 'hydraulics', 'electrical wiring', 'pneumatics'],
      },
      { says: 'Driving licence B', must: true, words: ['driving licence'] },
    ],
    questions: [shared.start],
  },
  {
    key: 'embedded',
    title: 'Embedded Software Engineer',
    department: 'Electronics',
    office: 'gdansk',
    profession: 'embedded',
    state: 'open',
    openedDaysAgo: 30,
    applicants: 58,
    seats: 1,
    pay: [180_000, 228_000],
    team: [
      ['maren', 'recruiter', true],
      ['tomas', 'hiring-manager', true],
    ],
    summary: 'The boards inside the arm: boot, buses, updates that survive a power cut.',
    work: [
      'Write C and Rust for our joint boards',
      'Own the update path',
      'Build hardware-in-the-loop tests that run each night',
    ],
    need: [
      {
        says: 'C or Rust on microcontrollers',
        must: true,
        words: ['Rust', 'Zephyr', 'FreeRTOS', 'bare-metal C'],
      },
      { says: 'Embedded Linux', must: false, words: ['Yocto', 'Linux'] },
    ],
    questions: [shared.example, shared.start],
  },
  {
    key: 'design',
    title: 'Product Designer',
    department: 'Product',
    office: 'rotterdam',
    profession: 'design',
    state: 'open',
    openedDaysAgo: 18,
    applicants: 46,
    seats: 1,
    pay: [54_000, 68_000],
    team: [
      ['maren', 'recruiter', true],
      ['priya', 'hiring-manager', true],
    ],
    summary: 'The panel that people touch with gloves on, in the rain, at five in the morning.',
    work: ['Watch shifts, then draw', 'Test with users each second week', 'Keep the design system small'],
    need: [
      {
        says: 'Tested with users and changed something because of it',
        must: true,
        words: ['usability testing', 'user research', 'test with users'],
      },
      { says: 'Accessibility', must: false, words: ['accessibility'] },
    ],
    questions: [
      { id: 'portfolio', kind: 'short-text', label: 'Where can we see work of yours?', required: true },
      shared.start,
    ],
  },
  {
    key: 'finance',
    title: 'Financial Controller',
    department: 'Finance',
    office: 'rotterdam',
    profession: 'finance',
    state: 'on-hold',
    openedDaysAgo: 70,
    applicants: 22,
    seats: 1,
    pay: [64_000, 76_000],
    team: [
      ['maren', 'recruiter', true],
      ['priya', 'hiring-manager', true],
    ],
    summary: 'Three legal entities, one set of numbers that engineers believe.',
    work: ['Close the month', 'Explain the cost of a robot', 'Lead the audit'],
    need: [
      {
        says: 'Closed books for more than one entity',
        must: true,
        words: ['IFRS', 'month-end closing', 'legal entities'],
      },
    ],
    questions: [shared.start],
  },
  {
    key: 'sales',
    title: 'Sales Engineer, DACH',
    department: 'Sales',
    office: 'hamburg',
    profession: 'sales',
    state: 'closed',
    openedDaysAgo: 150,
    applicants: 40,
    seats: 1,
    pay: [60_000, 82_000],
    team: [
      ['maren', 'recruiter', true],
      ['priya', 'hiring-manager', true],
    ],
    summary: 'Pilots at customers, and the courage to say that a robot is the wrong answer.',
    work: [
      'Set up pilots',
      'Work out with the customer what a robot is worth',
      'Hand over to service without a gap',
    ],
    need: [
      {
        says: 'Sold technical products to industry',
        must: true,
        words: ['solution selling', 'automation', 'pilot'],
      },
    ],
    questions: [shared.start],
  },
  {
    key: 'lead',
    title: 'Head of Field Service',
    department: 'Service',
    office: 'rotterdam',
    profession: 'field',
    state: 'open',
    openedDaysAgo: 25,
    applicants: 0,
    seats: 1,
    pay: [82_000, 98_000],
    confidential: true,
    team: [
      ['priya', 'recruiter', true],
      ['tomas', 'hiring-manager', true],
    ],
    summary: 'Lead forty technicians in three countries.',
    work: ['Lead the regional leads', 'Own availability', 'Decide what we no longer do by hand'],
    need: [{ says: 'Led a service team', must: true, words: ['team', 'trained', 'availability'] }],
    questions: [shared.start],
  },
  {
    key: 'tester',
    title: 'Robotics Test Engineer',
    department: 'Robotics',
    office: 'gdansk',
    profession: 'embedded',
    state: 'draft',
    openedDaysAgo: 3,
    applicants: 0,
    seats: 1,
    pay: [150_000, 190_000],
    team: [
      ['maren', 'recruiter', true],
      ['tomas', 'hiring-manager', true],
    ],
    summary: 'Break arms before customers do.',
    work: ['Design tests that fail', 'Automate the ones that did'],
    need: [{ says: 'Built tests for machines', must: true, words: ['hardware-in-the-loop', 'test bench'] }],
    questions: [shared.example],
  },
]
