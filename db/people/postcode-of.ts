/** No fixed abode, in the Office for National Statistics' own pseudo-postcodes: a place that stands for no place. */
const noFixedAddress = 'ZZ99 3VZ'

/** What is kept as the postcode: as typed, or the national code where there is no fixed address. */
export const postcodeOf = (form: { postcode: string; noFixedAddress: boolean }): string =>
  form.noFixedAddress ? noFixedAddress : form.postcode.trim()
