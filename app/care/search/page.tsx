import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { PageHeading } from '@/app/_ui/page-heading'
import { StaffPage } from '@/app/_ui/staff-page'
import { searchResults } from '@/db/people/search'
import { SearchForm } from './search-form'

export const metadata: Metadata = { title: 'Search' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const { nothing } = await searchParams
  const { actor } = await load(searchResults, undefined, '/care/search')
  return (
    <StaffPage actor={actor}>
      <PageHeading>Find a young person</PageHeading>
      <SearchForm error={nothing ? 'Type a name, an NHS number or a date of birth.' : undefined} />
    </StaffPage>
  )
}
