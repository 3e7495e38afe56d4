/**
 * What somebody outside can work out from a set of published tables: the counts they can narrow a hidden figure down to.
 * The tables are linear relations between whole numbers, each known to lie in an interval; a value is possible when some set
 * of whole numbers has it and fits every relation. The answer is found by a search that never claims a value is possible
 * without having such a set in hand, so being wrong can only mean hiding more than needed.
 */

export type Interval = { min: number; max: number }

/** Sum of the plus terms minus sum of the minus terms: exactly 0, or at least 0. Terms are places in the list of counts. */
export type Relation = { plus: readonly number[]; minus: readonly number[]; holds: 'equal' | 'at-least' }

/** Dead ends after which a search gives up and the value counts as impossible. */
const patience = 400

export class Attacker {
  readonly #min: Int32Array
  readonly #max: Int32Array
  /** relations with their terms as [place, sign] flattened */
  readonly #terms: Int32Array[]
  readonly #equal: boolean[]
  /** relations each count takes part in */
  readonly #relationsOf: number[][]
  /** undo log: place, old min, old max */
  readonly #log: number[] = []
  #deadEnds = 0

  /**
   * @param truth the true counts: only used to look in the likeliest place first
   * @param known what the publication and its rules say about each count
   */
  constructor(
    readonly truth: readonly number[],
    known: readonly Interval[],
    relations: readonly Relation[],
  ) {
    this.#min = Int32Array.from(known, (one) => one.min)
    this.#max = Int32Array.from(known, (one) => one.max)
    this.#terms = relations.map((r) =>
      Int32Array.from([...r.plus.flatMap((p) => [p, 1]), ...r.minus.flatMap((p) => [p, -1])]),
    )
    this.#equal = relations.map((r) => r.holds === 'equal')
    this.#relationsOf = truth.map(() => [])
    relations.forEach((r, i) => {
      for (const place of new Set([...r.plus, ...r.minus])) this.#relationsOf[place]!.push(i)
    })
  }

  /** Widen what is known about a count, as hiding its figure does. */
  forget(place: number, known: Interval): void {
    this.#min[place] = known.min
    this.#max[place] = known.max
  }

  /** @returns true when at least `enough` values of this count fit everything that is known */
  keeps(place: number, enough: number): boolean {
    const order = this.#nearestFirst(place)
    let found = 1 // the truth always fits
    for (let step = 1; step <= reachOfSteps && found < enough; step++) {
      if (this.#possible(place, this.truth[place]! + step, order)) found++
      if (found < enough && this.#possible(place, this.truth[place]! - step, order)) found++
    }
    return found >= enough
  }

  #possible(place: number, value: number, order: readonly number[]): boolean {
    if (value < this.#min[place]! || value > this.#max[place]!) return false
    this.#deadEnds = 0
    const fits = this.#fix(place, value) && this.#complete(order, 0)
    this.#undo(0)
    return fits
  }

  /** Gives every count a value, the true one where it can, backing out of dead ends. */
  #complete(order: readonly number[], from: number): boolean {
    let at = from
    while (at < order.length && this.#min[order[at]!] === this.#max[order[at]!]) at++
    if (at === order.length) return true
    const place = order[at]!
    const [min, max] = [this.#min[place]!, this.#max[place]!]
    const start = Math.min(Math.max(this.truth[place]!, min), max)
    for (let away = 0; away <= max - min; away++) {
      for (const value of away === 0 ? [start] : [start + away, start - away]) {
        if (value < min || value > max) continue
        const mark = this.#log.length
        if (this.#fix(place, value) && this.#complete(order, at + 1)) return true
        this.#undo(mark)
        if (++this.#deadEnds > patience) return false
      }
    }
    return false
  }

  #fix(place: number, value: number): boolean {
    this.#narrow(place, value, value)
    return this.#propagate(place)
  }

  /** Carries a narrowed count through every relation it touches, until nothing changes. False: a contradiction. */
  #propagate(changed: number): boolean {
    const queue = [...this.#relationsOf[changed]!]
    const queued = new Set(queue)
    for (let relation = queue.pop(); relation !== undefined; relation = queue.pop()) {
      queued.delete(relation)
      const terms = this.#terms[relation]!
      let least = 0
      let most = 0
      for (let i = 0; i < terms.length; i += 2) {
        const place = terms[i]!
        if (terms[i + 1] === 1) {
          least += this.#min[place]!
          most += this.#max[place]!
        } else {
          least -= this.#max[place]!
          most -= this.#min[place]!
        }
      }
      if (most < 0 || (this.#equal[relation] && least > 0)) return false
      for (let i = 0; i < terms.length; i += 2) {
        const place = terms[i]!
        const [min, max] = [this.#min[place]!, this.#max[place]!]
        let [newMin, newMax] = [min, max]
        if (terms[i + 1] === 1) {
          newMin = Math.max(newMin, max - most)
          if (this.#equal[relation]) newMax = Math.min(newMax, min - least)
        } else {
          newMax = Math.min(newMax, min + most)
          if (this.#equal[relation]) newMin = Math.max(newMin, max + least)
        }
        if (newMin > newMax) return false
        if (newMin === min && newMax === max) continue
        this.#narrow(place, newMin, newMax)
        // The sums of this relation were taken before: look at it again too.
        for (const other of this.#relationsOf[place]!)
          if (!queued.has(other)) {
            queued.add(other)
            queue.push(other)
          }
        if (terms[i + 1] === 1) {
          least += newMin - min
          most += newMax - max
        } else {
          least -= newMax - max
          most -= newMin - min
        }
      }
    }
    return true
  }

  #narrow(place: number, min: number, max: number): void {
    this.#log.push(place, this.#min[place]!, this.#max[place]!)
    this.#min[place] = min
    this.#max[place] = max
  }

  #undo(mark: number): void {
    while (this.#log.length > mark) {
      const max = this.#log.pop()!
      const min = this.#log.pop()!
      const place = this.#log.pop()!
      this.#min[place] = min
      this.#max[place] = max
    }
  }

  /** The counts linked with this one, nearest first: a change is best made good close by. */
  #nearestFirst(place: number): number[] {
    const order = [place]
    const seen = new Set(order)
    for (let at = 0; at < order.length; at++)
      for (const relation of this.#relationsOf[order[at]!]!) {
        const terms = this.#terms[relation]!
        for (let i = 0; i < terms.length; i += 2)
          if (!seen.has(terms[i]!)) {
            seen.add(terms[i]!)
            order.push(terms[i]!)
          }
      }
    return order
  }
}

/** How far from the truth a possible value is looked for. Values further off exist only where nearer ones do, or nearly so. */
const reachOfSteps = 12
