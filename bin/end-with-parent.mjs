/** Loaded into the service and the jobs: when the process that started them is killed, they do not stay behind. */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
