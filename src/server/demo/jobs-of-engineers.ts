import { type DemoJob, sharedQuestions as shared } from './job.ts'

export const motion: DemoJob = {
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
}

export const perception: DemoJob = {
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
}

export const embedded: DemoJob = {
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
}

export const tester: DemoJob = {
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
}
