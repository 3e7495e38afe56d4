/** The page of one meeting. */
export const meetingAddress = ({ personId, meetingId }: { personId: string; meetingId: string }) =>
  `/care/people/${personId}/meetings/${meetingId}`
