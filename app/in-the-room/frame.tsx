import type { ReactNode } from 'react'
import { OtherTabs } from '@/app/_ui/other-tabs'
import { Shell } from '@/app/_ui/shell'

/** The frame of a handed-over screen: no navigation, no name beyond the one on the page, no way out but passing back. */
export function InRoomFrame({ demonstration, children }: { demonstration?: boolean; children: ReactNode }) {
  return (
    <Shell
      youngPerson
      home="/in-the-room"
      helpNowHref="/get-help-now"
      demonstration={demonstration}
      footerLinks={[]}
    >
      <OtherTabs handedOver />
      {children}
    </Shell>
  )
}
