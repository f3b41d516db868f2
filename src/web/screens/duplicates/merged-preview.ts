interface Held {
  readonly headline: string | null
  readonly title: string | null
  readonly company: string | null
  readonly location: string | null
  readonly goesBy: string | null
  readonly owner: { readonly name: string } | null
  readonly doNotContactAt: string | null
  readonly contactPoints: readonly {
    readonly kind: string
    readonly value: string
    readonly normalised: string
  }[]
  readonly tags: readonly { readonly name: string }[]
  readonly applications: readonly { readonly jobTitle: string }[]
  readonly files: readonly { readonly name: string }[]
}

/** One line of what a merged record will say: what stays, what comes from the others, what only they keep. */
export interface PreviewLine {
  readonly label: string
  readonly stays: readonly string[]
  readonly comes: readonly string[]
  readonly goes: readonly string[]
}

/** What a merge will make of the records: lists are joined, a single value stays where there is one, else comes. */
export const mergedPreview = (survivor: Held, others: readonly Held[]): PreviewLine[] =>
  [
    ...singles.map(({ label, of }) => single(label, of(survivor), others.map(of))),
    ...lists.map(({ label, of }) => joined(label, of(survivor), others.flatMap(of))),
    single(
      'Contact',
      survivor.doNotContactAt ? doNot : null,
      others.map((other) => (other.doNotContactAt ? doNot : null)),
    ),
  ].filter(({ stays, comes, goes }) => stays.length + comes.length + goes.length > 0)

const doNot = 'Do not contact'

const singles: readonly { readonly label: string; readonly of: (held: Held) => string | null }[] = [
  { label: 'Headline', of: ({ headline }) => headline },
  { label: 'Title', of: ({ title }) => title },
  { label: 'Company', of: ({ company }) => company },
  { label: 'Lives in', of: ({ location }) => location },
  { label: 'Goes by', of: ({ goesBy }) => goesBy },
  { label: 'Owner', of: ({ owner }) => owner?.name ?? null },
]

const pointsOf =
  (kind: string) =>
  ({ contactPoints }: Held): string[] =>
    contactPoints.filter((point) => point.kind === kind).map(({ value }) => value)

const lists: readonly { readonly label: string; readonly of: (held: Held) => string[] }[] = [
  { label: 'Mails', of: pointsOf('email') },
  { label: 'Phones', of: pointsOf('phone') },
  { label: 'Links', of: pointsOf('link') },
  { label: 'Tags', of: ({ tags }) => tags.map(({ name }) => name) },
  { label: 'Applications', of: ({ applications }) => applications.map(({ jobTitle }) => jobTitle) },
  { label: 'Files', of: ({ files }) => files.map(({ name }) => name) },
]

const single = (label: string, stays: string | null, others: readonly (string | null)[]): PreviewLine => {
  const said = [...new Set(others.filter((value) => value !== null && value !== stays))] as string[]
  return stays === null
    ? { label, stays: [], comes: said.slice(0, 1), goes: said.slice(1) }
    : { label, stays: [stays], comes: [], goes: said }
}

const joined = (label: string, stays: readonly string[], others: readonly string[]): PreviewLine => {
  const known = new Set(stays.map((value) => value.toLowerCase()))
  return {
    label,
    stays,
    comes: [...new Set(others.filter((value) => !known.has(value.toLowerCase())))],
    goes: [],
  }
}
