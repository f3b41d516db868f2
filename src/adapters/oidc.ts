import * as client from 'openid-client'

/** What must be remembered between leaving for the provider and coming back. Secret. */
export interface OpenIdJourney {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Who the provider says has come back. */
export interface OpenIdClaims {
  readonly issuer: string
  readonly subject: string
  readonly mail?: string
  readonly mailIsVerified: boolean
  readonly name?: string
  /** The provider checked more than one factor (`amr`, RFC 8176). */
  readonly secondFactorShown: boolean
}

export interface OpenIdProvider {
  start(redirectTo: string): Promise<{ readonly address: string; readonly journey: OpenIdJourney }>
  /** Throws when anything about the answer is not as it must be. */
  finish(answer: URL, journey: OpenIdJourney): Promise<OpenIdClaims>
}

/**
 * OpenID Connect by the authorization code flow with PKCE, state and nonce. The provider is asked for its
 * addresses at first use, so that the product starts while the provider is down. Plain http only on loopback.
 */
export const openIdProvider = (settings: {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret?: string | undefined
}): OpenIdProvider => {
  let found: Promise<client.Configuration> | undefined
  const configuration = () => {
    found ??= discover(settings).catch((error: unknown) => {
      found = undefined
      throw error
    })
    return found
  }
  return {
    start: async (redirectTo) => {
      const journey = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      }
      const address = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectTo,
        scope: 'openid email profile',
        state: journey.state,
        nonce: journey.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(journey.verifier),
        code_challenge_method: 'S256',
      })
      return { address: address.href, journey }
    },
    finish: async (answer, journey) => {
      const found = await configuration()
      const tokens = await client.authorizationCodeGrant(found, answer, {
        expectedState: journey.state,
        expectedNonce: journey.nonce,
        pkceCodeVerifier: journey.verifier,
        idTokenExpected: true,
      })
      const told = tokens.claims()!
      const asked =
        told.email === undefined && found.serverMetadata().userinfo_endpoint
          ? await client.fetchUserInfo(found, tokens.access_token, told.sub)
          : {}
      return claimsOf({ ...asked, ...told })
    },
  }
}

const discover = async ({ issuer, clientId, clientSecret }: Parameters<typeof openIdProvider>[0]) => {
  const address = new URL(issuer)
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(address.hostname)
  return client.discovery(
    address,
    clientId,
    undefined,
    clientSecret === undefined ? client.None() : client.ClientSecretBasic(clientSecret),
    {
      timeout: 10,
      execute: address.protocol === 'http:' && isLoopback ? [client.allowInsecureRequests] : [],
    },
  )
}

const claimsOf = (claims: Readonly<Record<string, unknown>>): OpenIdClaims => {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  const mail = text(claims.email)
  const name = text(claims.name)?.slice(0, 200)
  const ways = Array.isArray(claims.amr) ? claims.amr : []
  return {
    issuer: String(claims.iss),
    subject: String(claims.sub),
    ...(mail ? { mail } : {}),
    mailIsVerified: claims.email_verified === true,
    ...(name ? { name } : {}),
    secondFactorShown: ways.includes('mfa'),
  }
}
