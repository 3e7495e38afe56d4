export interface PostgresOptions {
  /** The folder that keeps the server's data, password and port; made when missing. */
  dataDir: string
  /** Asked for and not otherwise: without it a free port is chosen and kept. */
  port?: number
  /** Made together with the cluster, so that it exists whenever the cluster does. */
  database?: string
  /** Further settings, as in postgresql.conf. */
  flags?: Record<string, string | number>
  /** For tests only: a power cut may destroy the data. */
  unsafeFast?: boolean
}

export interface Postgres {
  port: number
  pid: number
  /** It was already running. */
  joined: boolean
  superuserUrl(database: string): string
  /** Leaves the server, and stops it when nobody else uses it; true when it was stopped. */
  stop(): Promise<boolean>
}

export function startPostgres(options: PostgresOptions): Promise<Postgres>

/** Stops and deletes the data folders in `parent` named `prefix…` that no living process uses. */
export function removeAbandoned(parent: string, prefix: string): Promise<void>
