/** How a page is to be printed: the size of the letters, and how much it says about who it is. */
export type PrintWish = { large: boolean; full: boolean }

type Query = Record<string, string | string[] | undefined>

export const wishIn = ({ size, identity }: Query): PrintWish => ({
  large: size === '18',
  full: identity === 'full',
})

export const wishAddress = (base: string, { large, full }: PrintWish): string => {
  const query = new URLSearchParams([
    ...(large ? [['size', '18']] : []),
    ...(full ? [['identity', 'full']] : []),
  ]).toString()
  return query ? `${base}${base.includes('?') ? '&' : '?'}${query}` : base
}
