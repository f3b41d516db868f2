/** A part of what is read from a résumé: its fields in the order they are shown and filled in. */
export interface Part {
  readonly kind: 'employment' | 'education' | 'skill' | 'language'
  readonly title: string
  readonly fields: readonly { readonly key: string; readonly label: string }[]
  /** What stands in bold. */
  readonly head: readonly string[]
  /** Written in one line, parted by commas. */
  readonly isList: boolean
}

export const parts: readonly Part[] = [
  {
    kind: 'employment',
    title: 'Work',
    fields: [
      { key: 'title', label: 'Title' },
      { key: 'employer', label: 'Employer' },
      { key: 'start', label: 'From' },
      { key: 'end', label: 'To' },
    ],
    head: ['title', 'employer'],
    isList: false,
  },
  {
    kind: 'education',
    title: 'Study',
    fields: [
      { key: 'degree', label: 'Degree' },
      { key: 'school', label: 'School' },
      { key: 'field', label: 'Field' },
      { key: 'start', label: 'From' },
      { key: 'end', label: 'To' },
    ],
    head: ['degree', 'field', 'school'],
    isList: false,
  },
  { kind: 'skill', title: 'Skills', fields: [{ key: 'name', label: 'Skill' }], head: ['name'], isList: true },
  {
    kind: 'language',
    title: 'Languages',
    fields: [
      { key: 'name', label: 'Language' },
      { key: 'level', label: 'Level' },
    ],
    head: ['name', 'level'],
    isList: true,
  },
]
