import { Select } from '@mantine/core'

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly onChange: (code: string) => void
  readonly required?: boolean
}

/** A country by its name in the reader's language; the value is its ISO 3166-1 code. */
export const CountryChoice = (props: ChoiceProps) => <Choice {...props} all={countries()} />

/** A time zone of the IANA list. */
export const ZoneChoice = (props: ChoiceProps) => (
  <Choice {...props} all={Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }))} />
)

/** A language by its name in the reader's language; the value is its ISO 639-1 code. */
export const LanguageChoice = (props: ChoiceProps) => <Choice {...props} all={languages()} />

interface Named {
  readonly value: string
  readonly label: string
}

/** What is on record stays to be chosen, also where this browser does not list it (UTC, an older name of a zone). */
const Choice = ({ all, value, onChange, ...shown }: ChoiceProps & { readonly all: readonly Named[] }) => (
  <Select
    {...shown}
    data={value === '' || all.some((one) => one.value === value) ? all : [{ value, label: value }, ...all]}
    value={value || null}
    onChange={(code) => code !== null && onChange(code)}
    allowDeselect={false}
    searchable
  />
)

const once = <T,>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** Every code of two letters that the browser has a name for. */
const named = (
  type: 'region' | 'language',
  codes: readonly string[],
  unreal: ReadonlySet<string>,
): Named[] => {
  const names = new Intl.DisplayNames(undefined, { type, fallback: 'none' })
  return codes
    .flatMap((value) => {
      const label = unreal.has(value) ? undefined : names.of(value)
      return label ? [{ value, label }] : []
    })
    .sort((one, other) => one.label.localeCompare(other.label))
}

const letters = [...'abcdefghijklmnopqrstuvwxyz']
const pairs = letters.flatMap((first) => letters.map((second) => first + second))

const countries = once(() =>
  named(
    'region',
    pairs.map((pair) => pair.toUpperCase()),
    new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']),
  ),
)
const languages = once(() => named('language', pairs, new Set()))
