import { type DemoJob, sharedQuestions as shared } from './job.ts'

export const field: DemoJob = {
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
}

export const design: DemoJob = {
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
}

export const finance: DemoJob = {
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
}

export const sales: DemoJob = {
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
}

export const lead: DemoJob = {
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
}
