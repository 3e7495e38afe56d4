import Provider from 'oidc-provider'

/**
 * An OpenID Connect provider for tests, on this machine: whoever types an e-mail address is that person. An address that
 * begins with "unverified" has not been verified.
 * @param {{ port: number, redirectUri: string }} options
 */
export async function startProvider({ port, redirectUri }) {
  const issuer = `http://localhost:${port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'footpath',
        client_secret: 'only-for-tests-only-for-tests-only-for-tests',
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({
        sub: accountId,
        email: accountId,
        email_verified: !accountId.startsWith('unverified'),
        name: 'From the provider',
      }),
    }),
    pkce: { required: () => true },
    cookies: { keys: ['only-for-tests'] },
    features: { devInteractions: { enabled: true } },
  })
  const server = await new Promise((resolve, reject) => {
    const listening = provider.listen(port, () => resolve(listening))
    listening.on('error', reject)
  })
  return {
    issuer,
    clientId: 'footpath',
    clientSecret: 'only-for-tests-only-for-tests-only-for-tests',
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve(undefined))
      }),
  }
}
