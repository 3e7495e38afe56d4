import { signIn } from '@/db/access/sign-in'

/** A process of its own that guesses at one account, and says how many of its guesses were looked at. */
const [email, times] = process.argv.slice(2)
let looked = 0
for (let i = 0; i < Number(times); i += 10) {
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, j) =>
      signIn({ email: email!, password: `guess number ${i + j}`, code: '' }),
    ),
  )
  looked += answers.filter((answer) => answer.kind !== 'throttled').length
}
process.send?.(looked, () => process.exit(0))
