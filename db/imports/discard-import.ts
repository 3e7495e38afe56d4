import { z } from 'zod'
import { act } from '@/db/act'
import { conflict } from '@/lib/errors'
import { id } from '@/lib/id'
import { heldImport } from './held'

/** Throws away what was read of a file, its rejected lines too. What was imported already stays. */
export const discardImport = act(
  'discardImport',
  z.strictObject({ importId: id }),
  async (ctx, { importId }) => {
    const held = await heldImport(ctx, importId)
    if (held.state === 'discarded') throw conflict('This file was discarded already.')
    await ctx.client.query('delete from referral_import_rows where import_id = $1', [importId])
    await ctx.client.query(
      "update referral_imports set state = 'discarded' where id = $1 and state = 'checked'",
      [importId],
    )
    ctx.about({ recordId: importId })
    return { importId }
  },
)
