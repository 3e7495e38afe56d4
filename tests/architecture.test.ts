import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { doors } from '@/lib/access/addresses'
import { acts } from '@/lib/access/policy'

const root = join(import.meta.dirname, '..')

const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesUnder(path)
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })

/** Import targets of a file as paths from the root ('lib/day', 'db/act') or package names. */
const importsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from\s+|import\s*\(?\s*)['"]([^'"]+)['"]/g)].map(
    ([, target]) => {
      if (target!.startsWith('@/')) return target!.slice(2)
      if (target!.startsWith('.')) return relative(root, resolve(root, dirname(file), target!))
      return target!
    },
  )

const rooms = { app: filesUnder('app'), db: filesUnder('db'), lib: filesUnder('lib') }
const sources = [...rooms.app, ...rooms.db, ...rooms.lib]
const offenders = (files: string[], wrong: (target: string) => boolean) =>
  files.flatMap((file) =>
    importsOf(file)
      .filter(wrong)
      .map((target) => `${file} -> ${target}`),
  )

describe('the house', () => {
  test('lib knows neither db nor app nor any framework', () => {
    expect(
      offenders(rooms.lib, (t) =>
        /^(app|db|bin|tests)\/|^(next|react|pg|drizzle-orm|server-only)(\/|$)|^node:/.test(t),
      ),
    ).toEqual([])
  })

  test('db does not know app, and nothing reaches into tests or bin', () => {
    expect(offenders(rooms.db, (t) => /^(app|tests|bin)\//.test(t) && t !== 'bin/postgres.mjs')).toEqual([])
    expect(offenders(rooms.app, (t) => /^(tests|bin)\//.test(t))).toEqual([])
  })

  test('pages and screens never speak to the database themselves', () => {
    expect(offenders(rooms.app, (t) => /^(pg|drizzle-orm)(\/|$)|^db\/(client|schema)/.test(t))).toEqual([])
  })

  test('nothing imports in a circle', () => {
    const isSource = new Map(sources.map((file) => [file.replace(/\.tsx?$/, ''), file]))
    const edges = new Map(
      sources.map((f) => [f, importsOf(f).flatMap((t) => isSource.get(t.replace(/\.tsx?$/, '')) ?? [])]),
    )
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (file: string, path: string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
      else if (!done.has(file)) {
        for (const next of edges.get(file) ?? []) visit(next, [...path, file])
        done.add(file)
      }
    }
    for (const file of sources) visit(file, [])
    expect(circles).toEqual([])
  })

  test('only db/env.ts reads the environment', () => {
    const readers = sources.filter((file) => /process\.env\b/.test(readFileSync(join(root, file), 'utf8')))
    expect(readers.filter((file) => !['db/env.ts', 'db/migrations/migrate.ts'].includes(file))).toEqual([])
  })

  test('no cupboards without a name', () => {
    expect(
      sources.filter((file) => /(^|\/)(utils?|helpers?|common|misc|index)(\.tsx?|\/)/.test(file)),
    ).toEqual([])
  })
})

describe('the one way in', () => {
  const actionFiles = rooms.app.filter((file) =>
    /^['"]use server['"]/m.test(readFileSync(join(root, file), 'utf8')),
  )

  test('every server action is an act by the same name', () => {
    // Signing in has no session yet: its actions stand in the policy's own table of open doors.
    const exported = actionFiles.flatMap((file) =>
      [
        ...readFileSync(join(root, file), 'utf8').matchAll(/export (?:const|async function|function) (\w+)/g),
      ].map(([, name]) => ({ file, name: name! })),
    )
    const bare = exported.filter(({ file, name }) => {
      const text = readFileSync(join(root, file), 'utf8')
      return (
        !(name in acts) &&
        !(name in doors) &&
        !/^app\/(sign-in|account)\//.test(file) &&
        !text.includes('formAction(')
      )
    })
    expect(exported.length).toBeGreaterThan(0)
    expect(bare).toEqual([])
  })

  test('in db, only the act, the client and what has no session may open a transaction of its own', () => {
    const openers = rooms.db.filter((file) =>
      /inTransaction\(|new Pool\(|new Client\(|openPool\(/.test(readFileSync(join(root, file), 'utf8')),
    )
    const allowed = /^db\/(act|client|door|read)\.ts$|^db\/(migrations|jobs|seed|imports|access|health)\//
    expect(openers.filter((file) => !allowed.test(file))).toEqual([])
  })
})

describe('words', () => {
  test('rule 9: no field, label or column speaks of levels of risk or severity', () => {
    const words = /risk[_ -]?level|(high|medium|low)[ -]risk|severity|non-compliant|risk[_ -]?score/i
    const said = sources
      .filter((file) => !file.includes('migrations/meta'))
      .filter((file) =>
        words.test(readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')),
      )
    expect(said).toEqual([])
  })
})
