import { passwordHashing } from '../../src/adapters/password-hashing.ts'
import { secretsOf } from '../../src/adapters/secrets.ts'

/** The real edges, with a key of the tests and a hash that costs a millisecond. */
export const ports = {
  passwords: passwordHashing({ memory: 256, passes: 1, parallelism: 1 }),
  secrets: secretsOf(new Uint8Array(32).fill(7)),
}

export const here: { address: string | null; agent: string | null } = {
  address: '192.0.2.7',
  agent: 'Test browser',
}
export const goodPassword = 'teal anvil orbits quietly'
