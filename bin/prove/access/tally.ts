/** What was tried and what came out. Every cell is one or the other; what was not expected says itself. */
export class Tally {
  cells: Record<string, number> = {}
  allowed = 0
  denied = 0
  unexpectedAllows = 0
  unexpectedDenials = 0
  others = 0

  /** @param wrong why this cell is not what the policy says, or nothing */
  cell(where: string, expected: 'allowed' | 'denied', what: string, wrong?: string): void {
    this.cells[where] = (this.cells[where] ?? 0) + 1
    this[expected] += 1
    if (!wrong) return
    if (expected === 'denied') this.unexpectedAllows += 1
    else this.unexpectedDenials += 1
    console.log(`  UNEXPECTED in ${where}: ${what} ought to be ${expected}: ${wrong}`)
  }

  /** Something that is no cell: a rule that holds or does not. */
  rule(what: string, wrong?: string): void {
    this.cells.rules = (this.cells.rules ?? 0) + 1
    if (!wrong) return
    this.others += 1
    console.log(`  UNEXPECTED: ${what}: ${wrong}`)
  }

  get total(): number {
    return Object.values(this.cells).reduce((sum, n) => sum + n, 0)
  }

  get wrong(): number {
    return this.unexpectedAllows + this.unexpectedDenials + this.others
  }
}
