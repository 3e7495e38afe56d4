// Writes public/footpath.css from app/_ui/styles. Run before every build and start; safe to repeat.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compile } from 'sass'

const root = join(import.meta.dirname, '..')

/** @returns the stylesheet, minified; throws if it would ask any other server for anything */
export function compileStyles() {
  const { css } = compile(join(root, 'app/_ui/styles/footpath.scss'), {
    style: 'compressed',
    charset: false,
    loadPaths: [join(root, 'node_modules')],
    // Warnings of nhsuk-frontend about its own future are not ours to act on.
    quietDeps: true,
  })
  const outside = css.match(/url\(["']?(?:https?:)?\/\/[^)]*\)|@font-face|frutiger|@import/i)
  if (outside) throw new Error(`The stylesheet asks for something outside: ${outside[0]}`)
  return css
}

export function writeStyles() {
  const path = join(root, 'public/footpath.css')
  const css = compileStyles()
  mkdirSync(join(root, 'public'), { recursive: true })
  if (same(path, css)) return
  // Renamed into place, so that a page asking at this moment gets the old sheet or the new one, never half.
  writeFileSync(`${path}.new`, css)
  renameSync(`${path}.new`, path)
}

function same(path, css) {
  try {
    return readFileSync(path, 'utf8') === css
  } catch {
    return false
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeStyles()
