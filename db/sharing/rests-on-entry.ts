/**
 * Whether an active hand-over `h` rests on the sharing entry `s`: it was accepted under it, or the invitation went to the
 * team it names. SQL, because the page that warns and the act that stops must mean the same.
 */
export const restsOnEntry = `h.state = 'active' and h.partnership_id = s.partnership_id and h.person_id = s.person_id
  and (h.sharing_entry_id = s.id or (s.purpose = 'handover' and h.to_team_id = s.recipient_team_id and h.invited_at is not null))`
