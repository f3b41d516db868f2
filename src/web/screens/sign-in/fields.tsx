import { PasswordInput, TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'

/** The text of one field, and what binds it to its input. */
export const useField = (at = '') => {
  const [value, setValue] = useState(at)
  return { value, setValue, bound: { value, onChange: typed(setValue) } }
}

type Bound = Pick<TextInputProps, 'value' | 'autoFocus'> & {
  readonly onChange: (event: { readonly currentTarget: { readonly value: string } }) => void
}

export const MailField = (field: Bound) => (
  <TextInput label="Mail" type="email" autoComplete="username" required {...field} />
)

export const NewPasswordField = (field: Bound & { readonly label: string }) => (
  <PasswordInput autoComplete="new-password" required {...field} />
)

/** Digits of an authenticator app. */
export const SixDigits = (field: Bound) => (
  <TextInput label="Six digits" autoComplete="one-time-code" inputMode="numeric" required {...field} />
)

const typed =
  (set: (value: string) => void) => (event: { readonly currentTarget: { readonly value: string } }) =>
    set(event.currentTarget.value)
