import { z } from 'zod'

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  DATABASE_OWNER_URL: z.string().min(1).optional(),
  DATABASE_REPORT_URL: z.string().min(1).optional(),
  /** The embedded database's own superuser; never set for a server of yours. */
  DATABASE_ADMIN_URL: z.string().min(1).optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(12),
  AUTH_URL: z.string().optional(),
  AUTH_SECRET: z.string().min(32).optional(),
  /** For the sealing job alone. */
  DATABASE_SEALER_URL: z.string().min(1).optional(),
  /** For the job runner alone: its own role in the database, and where mail goes. */
  DATABASE_JOBS_URL: z.string().min(1).optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().optional(),
  AUDIT_KEY_FILE: z.string().optional(),
  AUDIT_HEADS_FILE: z.string().optional(),
  OIDC_ISSUER: z.string().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('your organisation'),
  /** Where someone who found a weakness writes to (security.txt); the help page unless set. */
  SECURITY_CONTACT: z.string().optional(),
  NODE_ENV: z.string().default('production'),
})

export type Env = z.output<typeof schema>

let parsed: Env | undefined

/** The environment, parsed once. This file alone reads it. */
export const env = (): Env => {
  parsed ??= schema.parse(process.env)
  return parsed
}
