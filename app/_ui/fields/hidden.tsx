/** For what the page already knows. Never for who is acting or whose record it is. */
export function Hidden({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={value} readOnly />
}
