/**
 * A text that may stand in one mail header: line ends and other control characters become a space, so that
 * a name or subject can never open a header of its own (OWASP ASVS 5.0 1.3.11); NFC, at most 900 characters.
 */
export function headerText(value: string): string {
  const plain = value
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .trim()
  return plain.length > 900 ? plain.slice(0, 900) : plain
}

/** Whether a mailbox can go into an envelope and a header as it is: one `@`, nothing that could end the line. */
export function isSafeAddress(address: string): boolean {
  return (
    address.length <= 320 &&
    /^[^\s<>()[\],;:\\"@\p{Cc}]{1,64}@[^\s<>()[\],;:\\"@\p{Cc}]{1,255}$/u.test(address)
  )
}
