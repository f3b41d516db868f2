/** What only the holder of the installation's key can do, and randomness. A port: its edge is the key. */
export interface Secrets {
  /** A new token of 256 random bits, safe in links and cookies. */
  randomToken(): string
  /** Ten characters of 50 random bits, for people to type: recovery codes. */
  randomCode(): string
  /** SHA-256 in hex of a random token, which is all that is stored of it. Never for passwords. */
  hash(token: string): string
  /** A keyed fingerprint (HMAC-SHA-256) of a text for one purpose: cannot be made or guessed without the key. */
  sign(purpose: string, text: string): string
  /** Encrypts and authenticates (AES-256-GCM). */
  seal(text: string): string
  /** The text again, or undefined when it was altered or sealed with another key. */
  unseal(sealed: string): string | undefined
}
