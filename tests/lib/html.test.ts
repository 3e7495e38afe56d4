import { expect, test } from 'vitest'
import { html } from '@/lib/html'

test('a name that tries to be markup is only ever text, in a cell and in an attribute', () => {
  const name = `"><script>alert('x')</script>&amp;`
  expect(html`<td title="${name}">${name}</td>`.text).toBe(
    '<td title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;</td>',
  )
})

test('what html made is not escaped twice; nothing is said for what is missing', () => {
  expect(html`<tr>${[html`<td>${1}</td>`, html`<td>${null}${undefined}${false}</td>`]}</tr>`.text).toBe(
    '<tr><td>1</td><td></td></tr>',
  )
})

test('an object that looks like html is escaped all the same', () => {
  const posing = { text: '<b>' } as unknown as string
  expect(html`${posing}`.text).toBe('[object Object]')
})
