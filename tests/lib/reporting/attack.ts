import type { Shown } from '@/lib/reporting/protect'

/** How every published count is made of the smallest ones: `all: ['women', 'men']`; made in two ways, two rows. */
export type Sums = readonly (readonly [whole: string, leaves: readonly string[]])[]

/**
 * An attacker written apart from the one inside the product, for the tests. It knows only what is published, tries every set of
 * smallest counts that could have been published just so, and gives for each hidden count the first few values it may have.
 */
export const attack = (
  leaves: readonly string[],
  sums: Sums,
  published: ReadonlyMap<string, Shown>,
  { limit = 5, enough = 3 } = {},
): Map<string, number[]> => {
  const most = 60
  const interval = (key: string): [number, number] => {
    const cell = published.get(key)
    if (!cell) return [0, most]
    if ('hidden' in cell) return cell.hidden === 'small' ? [0, limit - 1] : [limit, 4 * most]
    const fitting = [-2, -1, 0, 1, 2].map((d) => cell.shown + d).filter((n) => n >= limit)
    return [fitting[0]!, fitting.at(-1)!]
  }
  const first = new Map<string, readonly string[]>()
  const rows: { signs: Map<string, number>; key: string | null }[] = []
  for (const [whole, parts] of sums) {
    rows.push({ signs: new Map(parts.map((part) => [part, 1])), key: whole })
    const before = first.get(whole)
    if (!before) first.set(whole, parts)
    else {
      const signs = new Map<string, number>()
      for (const part of parts) signs.set(part, (signs.get(part) ?? 0) + 1)
      for (const part of before) signs.set(part, (signs.get(part) ?? 0) - 1)
      rows.push({ signs, key: null })
    }
  }
  const fits = (target: string, value: number): boolean => {
    const bounds = new Map<string, [number, number]>(
      [...leaves, ...first.keys()].map(
        (key) => [key, key === target ? [value, value] : interval(key)] as const,
      ),
    )
    const given = new Map<string, number>()
    const open = (key: string): [number, number] => {
      const n = given.get(key)
      return n === undefined ? bounds.get(key)! : [n, n]
    }
    const holds = () =>
      rows.every(({ signs, key }) => {
        let [low, high] = [0, 0]
        for (const [leaf, sign] of signs) {
          const [min, max] = open(leaf)
          low += sign > 0 ? sign * min : sign * max
          high += sign > 0 ? sign * max : sign * min
        }
        const [min, max] = key === null ? [0, 0] : bounds.get(key)!
        return high >= min && low <= max
      })
    const order = [...leaves].sort((a, b) => width(open(a)) - width(open(b)))
    const search = (at: number): boolean => {
      if (!holds()) return false
      const leaf = order[at]
      if (leaf === undefined) return true
      const [min, max] = bounds.get(leaf)!
      for (let n = min; n <= max; n++) {
        given.set(leaf, n)
        if (search(at + 1)) return true
      }
      given.delete(leaf)
      return false
    }
    return search(0)
  }
  const found = new Map<string, number[]>()
  for (const [key, cell] of published) {
    if ('shown' in cell) continue
    const [min, max] = interval(key)
    const values: number[] = []
    for (let n = min; n <= max && values.length < enough; n++) if (fits(key, n)) values.push(n)
    found.set(key, values)
  }
  return found
}

const width = ([min, max]: [number, number]) => max - min

/** The true counts of everything published, from the smallest ones. */
export const addUp = (leaves: Readonly<Record<string, number>>, sums: Sums): Record<string, number> => ({
  ...leaves,
  ...Object.fromEntries(
    sums.map(([whole, parts]) => [whole, parts.reduce((sum, part) => sum + leaves[part]!, 0)]),
  ),
})
