import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks a second in /proc: 100 on every Linux that Node runs on. */
const ticks = 100

const statOf = (pid: number): { parent: number; ticks: number } | undefined => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    // state ppid ... utime stime cutime cstime are fields 3, 4, 14 to 17 of proc(5).
    return {
      parent: Number(fields[1]),
      ticks: Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]),
    }
  } catch {
    return undefined
  }
}

/** Seconds of processor time used so far by a process and everything it started. */
export function cpuOf(root: number): number {
  const all = new Map<number, { parent: number; ticks: number }>()
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : undefined
    if (stat) all.set(Number(name), stat)
  }
  const under = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = all.get(at)?.parent)
      if (at === root) return true
    return false
  }
  let sum = 0
  for (const [pid, stat] of all) if (under(pid)) sum += stat.ticks
  return sum / ticks
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

/** Asks for a page again and again, `together` at a time; every answer must be 200. */
export async function ask(
  url: string,
  options: { times: number; together: number; cookie?: string },
): Promise<void> {
  let left = options.times
  const visitor = async () => {
    while (left-- > 0) {
      const response = await fetch(url, {
        headers: options.cookie ? { cookie: options.cookie } : {},
        redirect: 'manual',
      })
      await response.arrayBuffer()
      if (response.status !== 200) throw new Error(`${url} answered ${response.status}.`)
    }
  }
  await Promise.all(Array.from({ length: options.together }, visitor))
}
