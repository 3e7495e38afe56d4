import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Details } from '@/app/_ui/details'
import { Empty } from '@/app/_ui/empty'
import { FileField } from '@/app/_ui/fields/file-field'
import { Hidden } from '@/app/_ui/fields/hidden'
import { Select } from '@/app/_ui/fields/select'
import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { Saved } from '@/app/_ui/saved'
import { StaffPage } from '@/app/_ui/staff-page'
import { Table } from '@/app/_ui/table'
import { imports } from '@/db/imports/reads'
import { instantInWords } from '@/lib/day'
import { newId } from '@/lib/id'
import { columnKeys, columns } from '@/lib/referrals/file'
import { mostLines } from '@/lib/referrals/review'
import { checkReferrals } from './actions'
import { becameInWords } from './words'

export const metadata: Metadata = { title: 'Import referrals' }

/** The headings and nothing else. */
const template = `data:text/csv;charset=utf-8,${encodeURIComponent(`${columnKeys.join(',')}\r\n`)}`

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const { saved } = await searchParams
  const { actor, teams, recent } = await load(imports, undefined, '/care/imports')
  return (
    <StaffPage actor={actor} current="/care/referrals">
      <BackLink href="/care/referrals">Referrals</BackLink>
      <Saved at={saved} />
      <PageHeading lede="The file is checked first. Nothing is written before you have reviewed it.">
        Import referrals
      </PageHeading>
      {teams.length === 0 ? (
        <Empty>
          Importing referrals is for the referrals desk. Ask your administrator to give you that right.
        </Empty>
      ) : (
        <Form
          action={checkReferrals}
          submit="Check this file"
          pendingText="Checking, please wait"
          className="fp-form-page"
          idempotencyKey={newId()}
        >
          {teams.length === 1 ? (
            <Hidden name="teamId" value={teams[0]!.id} />
          ) : (
            <Select
              name="teamId"
              label="Team"
              options={teams.map((team) => ({ value: team.id, label: team.name }))}
            />
          )}
          <FileField
            name="file"
            label="Referrals file"
            hint={`A .csv file of up to 4 MB and ${mostLines.toLocaleString('en-GB')} referrals, one on each line`}
            accept=".csv,text/csv"
          />
        </Form>
      )}
      <div className="fp-after">
        <Details summary="What the file must hold">
          <p>
            The first line names the columns, in any order. Start from the{' '}
            <a href={template} download="referrals-template.csv">
              template
            </a>
            . An empty cell in a later file never takes away what an earlier file said.
          </p>
          <Table
            stack
            captionHidden
            caption="Columns of a referrals file"
            columns={[{ header: 'Column' }, { header: 'What it holds' }]}
            rows={columnKeys.map((column) => ({ key: column, cells: [column, columns[column]] }))}
          />
        </Details>
      </div>
      {recent.length > 0 && (
        <Table
          stack
          caption="Files of the last weeks"
          columns={[
            { header: 'File' },
            { header: 'Checked' },
            { header: 'What became of it' },
            { header: 'Referrals', number: true },
          ]}
          rows={recent.map((one) => ({
            key: one.id,
            cells: [
              <Link key="file" href={`/care/imports/${one.id}`}>
                {one.fileName}
              </Link>,
              instantInWords(one.madeAt),
              becameInWords(one),
              (one.counts.new + one.counts.changed).toLocaleString('en-GB'),
            ],
          }))}
        />
      )}
    </StaffPage>
  )
}
