import { integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'
import { instant } from './columns'

/** An edition of the English Indices of Deprivation as loaded. Codes always carry their vintage. */
export const placeEditions = pgTable('place_editions', {
  edition: text('edition').primaryKey(),
  vintage: text('vintage').notNull(),
  areas: integer('areas').notNull(),
  fileName: text('file_name').notNull(),
  fileHash: text('file_hash').notNull(),
  loadedAt: instant('loaded_at').notNull().defaultNow(),
})

/** Small areas with their ranks (1 = most deprived) and published deciles, by edition. */
export const placeAreas = pgTable(
  'place_areas',
  {
    edition: text('edition').notNull(),
    vintage: text('vintage').notNull(),
    lsoa: text('lsoa').notNull(),
    name: text('name').notNull(),
    authority: text('authority').notNull(),
    authorityName: text('authority_name').notNull(),
    imdRank: integer('imd_rank').notNull(),
    imd: smallint('imd').notNull(),
    incomeRank: integer('income_rank').notNull(),
    income: smallint('income').notNull(),
    employmentRank: integer('employment_rank').notNull(),
    employment: smallint('employment').notNull(),
    educationRank: integer('education_rank').notNull(),
    education: smallint('education').notNull(),
    healthRank: integer('health_rank').notNull(),
    health: smallint('health').notNull(),
    crimeRank: integer('crime_rank').notNull(),
    crime: smallint('crime').notNull(),
    housingRank: integer('housing_rank').notNull(),
    housing: smallint('housing').notNull(),
    environmentRank: integer('environment_rank').notNull(),
    environment: smallint('environment').notNull(),
    idaciRank: integer('idaci_rank'),
    idaci: smallint('idaci'),
  },
  (t) => [primaryKey({ columns: [t.edition, t.lsoa] })],
)

/** An ONS postcode file as loaded. Either vintage of area may be missing from a file. */
export const placePostcodes = pgTable('place_postcodes', {
  pcds: text('pcds').primaryKey(),
  introduced: integer('introduced'),
  terminated: integer('terminated'),
  country: text('country').notNull(),
  authority: text('authority'),
  lsoa11: text('lsoa11'),
  lsoa21: text('lsoa21'),
})
