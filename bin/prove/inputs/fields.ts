import type { z } from 'zod'
import { sql } from '@/tests/build/sql'

type Def = {
  type: string
  shape?: Record<string, z.ZodType>
  in?: z.ZodType
  out?: z.ZodType
  innerType?: z.ZodType
  options?: z.ZodType[]
  left?: z.ZodType
  right?: z.ZodType
}

/** The fields an act says it takes. */
export const fieldsOf = (schema: z.ZodType | undefined): string[] => {
  const def = schema?.def as Def | undefined
  if (!def) return []
  if (def.shape) return Object.keys(def.shape)
  return [def.in, def.out, def.innerType, def.left, def.right, ...(def.options ?? [])].flatMap((part) =>
    fieldsOf(part),
  )
}

/** The name of every column there is, as the database and as our code writes it. */
export const columnNames = async (): Promise<string[]> => {
  const rows = await sql<{ name: string }>(
    `select distinct a.attname::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid
     join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v') and n.nspname in ('public', 'app', 'published') and a.attnum > 0
       and not a.attisdropped order by 1`,
  )
  const names = rows.flatMap(({ name }) => [
    name,
    name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  ])
  return [...new Set(names)]
}
