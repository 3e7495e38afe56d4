import type { Ctx } from '@/db/door'
import { type NormRow, type Norms, normsOf } from '@/lib/measures/norms'

/** The norms as imported; none until somebody imports them. */
export async function importedNorms(ctx: Ctx): Promise<Norms> {
  const { rows } = await ctx.client.query<NormRow>({
    name: 'norms',
    text: 'select sex, age, measure, scale, mean, sd from rcads_norms',
  })
  return normsOf(rows)
}
