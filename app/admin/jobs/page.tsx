import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { Empty } from '@/app/_ui/empty'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import { StaffPage } from '@/app/_ui/staff-page'
import { SummaryList } from '@/app/_ui/summary-list'
import { Table } from '@/app/_ui/table'
import { type JobRun, jobsState } from '@/db/outbox/jobs-state'
import { instantInWords } from '@/lib/day'
import { jobsInWords, mailInWords } from '@/lib/outbox/jobs'
import { outboxStates, whyNotInWords } from '@/lib/outbox/reminder'

export const metadata: Metadata = { title: 'Jobs' }

export default async function Jobs() {
  const { actor, now, counts, runs, sealedAt } = await load(jobsState, undefined, '/admin/jobs')
  const run = (name: string): JobRun | undefined => runs.find((one) => one.name === name)
  const jobs = jobsInWords(run('reminders')?.ranAt ?? null, now)
  const mail = mailInWords(run('reminders'), run('mail'))
  const of = (state: string) => counts.filter((one) => one.state === state)
  const sum = (state: string) => of(state).reduce((total, one) => total + one.howMany, 0)
  const forgot = run('forget')?.ranAt
  const overdue = counts.reduce((total, one) => total + one.overdue, 0)
  const lastSent = of('sent')[0]?.lastSent
  return (
    <StaffPage actor={actor} current="/admin/jobs">
      <PageHeading lede="What the service does by itself: reminders, sealing the audit log, forgetting what is kept for a day.">
        Jobs
      </PageHeading>
      {[jobs.trouble, mail.trouble].map(
        (words) =>
          words && (
            <Notice kind="warning" key={words}>
              {words}
            </Notice>
          ),
      )}
      {overdue > 0 && (
        <Notice kind="warning">
          {overdue === 1 ? '1 reminder is late.' : `${overdue} reminders are late.`} A reminder that is not
          sent before its meeting is not sent at all.
        </Notice>
      )}
      <SummaryList
        rows={[
          { label: 'Jobs last ran', value: jobs.said },
          { label: 'Forgot what is old', value: forgot ? instantInWords(forgot) : 'Not yet' },
          { label: 'Mail', value: mail.said },
          { label: 'Reminders waiting', value: `${sum('waiting')}` },
          { label: 'Being sent now', value: `${sum('sending')}` },
          { label: 'Sent in 30 days', value: `${sum('sent')}` },
          { label: 'Last sent', value: lastSent ? instantInWords(lastSent) : 'None yet' },
          { label: 'Audit log sealed', value: sealedAt ? instantInWords(sealedAt) : 'Not yet' },
        ]}
      />
      {of('not-sent').length > 0 ? (
        <Table
          caption={`${outboxStates['not-sent']} in 30 days`}
          stack
          columns={[{ header: 'Why' }, { header: 'How many', number: true }]}
          rows={of('not-sent').map((one) => ({
            key: one.whyNot!,
            cells: [whyNotInWords[one.whyNot!], String(one.howMany)],
          }))}
        />
      ) : (
        <Empty>
          {counts.length === 0
            ? 'No reminder yet. One is written for each meeting, for those who want it.'
            : 'Every reminder that was due was sent.'}
        </Empty>
      )}
    </StaffPage>
  )
}
