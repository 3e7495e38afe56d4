import type { Bench } from '../bench/bench'

/** Each claim about speed and the file that measures it. */
const benches: Record<string, () => Promise<{ run: Bench }>> = {
  caseload: () => import('../bench/caseload'),
  home: () => import('../bench/home'),
  overview: () => import('../bench/overview'),
  places: () => import('../bench/places'),
  rating: () => import('../bench/rating'),
  story: () => import('../bench/story'),
  start: () => import('../bench/start'),
}

const [name, ...args] = process.argv.slice(2)
if (!name || args.includes('--help') || name === '--help') {
  console.log(`npm run bench -- NAME

Measures a claim about speed in interleaved rounds of one run and ends with an error when it falls short of its goal.
  start     npm start on an unchanged tree to the first page
  places    importing the indices and a postcode file of 2.7 million rows, against a bare COPY of the same rows
  caseload  My young people with 20,000 in the partnership, against an empty dynamic page of the same server
  home      what the young person's Home weighs
  overview  the Overview of a young person with 3 goals and 24 ratings, against the same empty page
  rating    recording a rating, against an empty action of the same server and a bare server
  story     a page of a story with 5,000 entries, against the same page of one with 40`)
  process.exit(name ? 0 : 2)
}
if (!(name in benches)) {
  console.log(`There is no bench called ${name}. There are: ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}
const { run } = await benches[name]!()
process.exit((await run(args)) ? 0 : 1)
