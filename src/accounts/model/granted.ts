import type { Permission } from '../../kernel/model/permission.ts'

/** Where an administrator departed from a permission's default roles. */
export interface Departure {
  readonly role: string
  readonly permission: string
  readonly granted: boolean
}

/** The rights that the roles hold together: the defaults, then the administrator's departures for each role. */
export const grantedTo = (
  rights: readonly Permission[],
  roles: readonly string[],
  departures: readonly Departure[],
): Set<string> =>
  new Set(
    rights
      .filter((right) =>
        roles.some(
          (role) =>
            departures.find((one) => one.role === role && one.permission === right.name)?.granted ??
            right.roles.includes(role),
        ),
      )
      .map((right) => right.name),
  )

/** What a token may do: what its user may, and only inside the token's scopes. */
export const cutToScopes = (held: ReadonlySet<string>, scopes: readonly string[]): Set<string> =>
  new Set(scopes.filter((scope) => held.has(scope)))
