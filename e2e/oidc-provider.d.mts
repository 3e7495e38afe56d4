export function startProvider(options: { port: number; redirectUri: string }): Promise<{
  issuer: string
  clientId: string
  clientSecret: string
  stop: () => Promise<void>
}>
