/**
 * What a source file says to whoever reads its page: the text between tags and the sentences in its strings. Names and numbers that
 * are filled in stand as a short word. Not a parser: near enough to fail when somebody writes a hard sentence.
 */
export const saidIn = (source: string): string[] => {
  const code = source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/^import [\s\S]*?from '[^']*'$/gm, '')
    .replace(/=>/g, '§')
  const literals = [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)].map(
    ([, single, double, template]) => (single ?? double ?? template ?? '').replace(/\$\{[^}]*\}/g, 'Sam'),
  )
  const between = [...code.replace(/\{' '\}/g, ' ').matchAll(/>([^<>]*?)(?=<\/?[A-Za-z>])/g)].map(
    ([, text]) => withoutCode(text ?? ''),
  )
  return [
    ...literals.filter(isSentence),
    ...between.map((text) => text.replace(/\s+/g, ' ').trim()).filter(isSaid),
  ]
}

/** Expressions in braces become a name, the innermost first. */
const withoutCode = (text: string): string => {
  let left = text
  for (let before = ''; before !== left; ) {
    before = left
    left = left.replace(/\{[^{}]*\}/g, 'Sam')
  }
  return left
}

const isSaid = (text: string): boolean =>
  /[A-Za-z]{2,} [A-Za-z]{1,}/.test(text) && !/[{}()[\];=]|&&|§/.test(text)

/** A string that is words and not code: it has a space and begins as a sentence or a label does. */
const isSentence = (text: string): boolean =>
  /^[A-Z“][^\n]* /.test(text) && !/[{}=<>;]|^select |^insert |\bfp-|\bnhsuk-/.test(text)
