import { Notice } from '@/app/_ui/notice'

/** Why this cannot be done now, instead of a form that would be refused. */
export function Cannot({ reasons, children }: { reasons: readonly string[]; children: string }) {
  return (
    <Notice kind="warning">
      <p>{children}</p>
      {reasons.length > 0 && (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
