/** Imported first by each command, so that an old Node meets a sentence and not a syntax error further on. */
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Footpath needs Node 20.19 or newer; this is ${process.versions.node}. Node 24 is a good choice.`,
  )
  process.exit(1)
}

if (major === 20 && !process.env.FOOTPATH_NODE_WARNED) {
  process.env.FOOTPATH_NODE_WARNED = 'yes'
  console.error(
    'Note: Node 20 no longer receives security fixes. Footpath runs on it; use Node 24 for real work.',
  )
}
