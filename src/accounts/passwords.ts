/** Hashing of passwords, slow on purpose. */
export interface Passwords {
  /** A salted hash in PHC form, with its parameters. */
  hash(password: string): Promise<string>
  /** Whether they match. Without a stored hash it takes as long and says no, so that time tells nothing. */
  verify(password: string, stored: string | null | undefined): Promise<boolean>
  /** Whether the stored hash was made with weaker parameters than today's. */
  isOutdated(stored: string): boolean
}
