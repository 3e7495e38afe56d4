/** Whether a request comes from one of our own pages. A browser that says nothing about it is not believed. */
export const sameOrigin = ({ headers }: Request): boolean => {
  const site = headers.get('sec-fetch-site')
  if (site) return site === 'same-origin'
  const origin = headers.get('origin')
  return origin !== null && URL.canParse(origin) && new URL(origin).host === headers.get('host')
}
