import { headers } from 'next/headers'
import { Form } from '@/app/_ui/form'
import { nothing } from './actions'

/** A form that does nothing: where the benches find an empty action. */
export default async function EmptyFormPage() {
  await headers()
  return <Form action={nothing} submit="Nothing" />
}
