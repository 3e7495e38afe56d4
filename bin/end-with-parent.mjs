/**
 * Loaded into the service and the jobs: when the process that started them is killed, they do not stay behind. Not for
 * the helpers they start themselves, which inherit this and have channels of their own.
 */
if (process.env.FOOTPATH_PARENT === String(process.ppid)) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel?.unref()
}
