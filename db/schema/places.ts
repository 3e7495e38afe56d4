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

/** Every ONS postcode file that was loaded, newest last. A later file adds to what an earlier one said and corrects it. */
export const placePostcodeFiles = pgTable('place_postcode_files', {
  fileHash: text('file_hash').primaryKey(),
  fileName: text('file_name').notNull(),
  rows: integer('rows').notNull(),
  loadedAt: instant('loaded_at').notNull().defaultNow(),
})

/**
 * Postcodes with their dates (YYYYMM) and small areas. Either vintage may be missing: a file may lack it, and a postcode
 * without a grid reference has neither, nor a country.
 */
export const placePostcodes = pgTable('place_postcodes', {
  pcds: text('pcds').primaryKey(),
  introduced: integer('introduced'),
  terminated: integer('terminated'),
  country: text('country'),
  authority: text('authority'),
  lsoa11: text('lsoa11'),
  lsoa21: text('lsoa21'),
})
