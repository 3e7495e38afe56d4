/** Builds the application when anything it is made of has changed. */
export function build(options?: {
  env?: NodeJS.ProcessEnv
  onText?: (text: string) => void
}): Promise<string | undefined>
