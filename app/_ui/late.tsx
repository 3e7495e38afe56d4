import { Icon } from './icon'

/** Late is an icon and words, never colour alone: "3 days late". */
export function Late({ children }: { children: string }) {
  return (
    <span className="fp-late">
      <Icon name="warning" /> {children}
    </span>
  )
}
