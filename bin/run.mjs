import './node-version.mjs'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { migrate, openDatabase, root } from './environment.mjs'
import { install } from './install.mjs'
import { main, Sentence } from './progress.mjs'

/** `node bin/run.mjs bin/publish.ts …`: runs one of the tools with everything it needs, and ends as it ends. */
await main(async () => {
  const alone = process.argv[2] === '--alone'
  const [file, ...args] = process.argv.slice(alone ? 3 : 2)
  if (!file || !existsSync(join(root, file)))
    throw new Sentence(`There is no ${file ?? 'file named to run'}.`, 2)
  await install((text) => process.stderr.write(text))
  // Proofs and benches bring a database of their own.
  if (alone) return runTool(file, args, process.env)
  const database = await openDatabase()
  try {
    if (database.embedded) await migrate(database)
    return await runTool(file, args, database.env)
  } finally {
    await database.stop()
  }
})

function runTool(file, args, env) {
  return new Promise((resolve, reject) => {
    const tool = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
      env,
      cwd: root,
      stdio: 'inherit',
    })
    // Ctrl-C reaches the tool by itself; we stay to close the database behind it.
    process.on('SIGINT', () => {})
    process.on('SIGTERM', () => tool.kill('SIGTERM'))
    tool.on('error', reject)
    tool.on('exit', (code, signal) => resolve(signal ? 130 : code))
  })
}
