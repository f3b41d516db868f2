import type { Tone } from '../../../design/parts/Chip.tsx'

export interface SamplePerson {
  readonly id: string
  readonly name: string
  readonly lang: string
  readonly headline: string
  readonly state: string
  readonly tone: Tone
  readonly inMotion: boolean
  readonly source: string
  readonly why: string
}

const cast: readonly (readonly [string, string, string, string, Tone, boolean, string, string])[] = [
  [
    'Нина Воробьёва',
    'ru',
    'Perception lead, Lidarra',
    'Engaged',
    'crm',
    true,
    'Résumé · 2024',
    'wrote the point cloud segmentation core in Rust, 40 Hz on an Orin',
  ],
  [
    'Nguyễn Thị Thu Hà',
    'vi',
    'Perception engineer, Alpenlidar',
    'Applicant',
    'ats',
    true,
    'Answer · question 2',
    'registration of point clouds under vibration, ported to Rust last year',
  ],
  [
    '佐藤 美咲',
    'ja',
    'Senior robotics engineer, Kitaharu',
    'Lead on a job',
    'crm',
    true,
    'Résumé · 2026',
    'Rust drivers for three lidar families; point cloud compression',
  ],
  [
    'Kwame Boateng',
    'en',
    'Staff engineer, Haulio',
    'Applicant',
    'ats',
    true,
    'Résumé · 2026',
    'moved the point cloud pipeline from C++ to Rust over 14 months',
  ],
  [
    'ليلى حداد',
    'ar',
    'Computer vision researcher, Politecnico di Torino',
    'Known',
    'crm',
    false,
    'Publication',
    'Sparse point clouds for legged robots; code in Rust and Python',
  ],
  [
    'Siobhán Ní Cheallaigh',
    'ga',
    'SLAM engineer, Tidewater Subsea',
    'Decided: not now',
    'ats',
    false,
    'Scorecard · Feb 2026',
    'very strong on point cloud matching; learning Rust now',
  ],
  [
    'Wulandari',
    'id',
    'Robotics software engineer, Bumi Agro',
    'Engaged',
    'crm',
    true,
    'Mail · 11 Nov',
    'the Rust crate we maintain for point cloud filtering',
  ],
  [
    'Łukasz Wiśniewski',
    'pl',
    'Sensor fusion engineer, Odra Mobility',
    'Hired',
    'good',
    true,
    'Skills',
    'Rust (6 y), C++ (9 y), point cloud processing, ROS 2',
  ],
  [
    'Θάλεια Παπαδάκη',
    'el',
    'ML engineer, Aigaion Robotics',
    'Applicant',
    'ats',
    true,
    'Résumé · 2025',
    'point cloud to mesh in under 80 ms; Rust inference server',
  ],
  [
    '김도윤',
    'ko',
    'Perception engineer, Hanul Motors',
    'Do not contact',
    'bad',
    false,
    'Referral',
    'the Rust engineer I learned most from; owns their point cloud stack',
  ],
  [
    'देविका नायर',
    'hi',
    'Senior software engineer, Vaahan Labs',
    'Dormant',
    'crm',
    false,
    'Résumé · 2023',
    'Rust at Vaahan since 2021; point cloud labelling tools',
  ],
]

/** A list long enough to be drawn only where it is seen. */
export const people: readonly SamplePerson[] = Array.from({ length: 2000 }, (_, at) => {
  const [name, lang, headline, state, tone, inMotion, source, why] = cast[at % cast.length]!
  return { id: `person-${at}`, name, lang, headline, state, tone, inMotion, source, why }
})
